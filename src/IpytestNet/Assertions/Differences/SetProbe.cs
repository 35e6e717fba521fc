using System.Reflection;

namespace IpytestNet.Assertions.Differences;

/// <summary>Finds what large sets of simple elements lack by asking the sets themselves, where that runs no code of the user's.</summary>
internal static class SetProbe
{
    private static readonly MethodInfo Search = typeof(SetProbe).GetMethod(nameof(OnlyInTyped), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>Tells whether two collections are such sets.</summary>
    public static bool Fits(object left, object right) =>
        left.GetType() == right.GetType()
        && left.GetType() is { IsGenericType: true } type
        && type.GetGenericTypeDefinition() == typeof(HashSet<>)
        && (type.GenericTypeArguments[0].IsPrimitive || type.GenericTypeArguments[0] == typeof(string))
        && HasOwnComparer(left) && HasOwnComparer(right);

    /// <summary>Lists the elements of a set that another lacks, as many as the budget lets it find.</summary>
    public static Sequence OnlyIn(object set, object other, WorkBudget budget) =>
        (Sequence)Search.MakeGenericMethod(set.GetType().GenericTypeArguments).Invoke(obj: null, [set, other, budget])!;

    private static Sequence OnlyInTyped<T>(HashSet<T> set, HashSet<T> other, WorkBudget budget)
    {
        var found = new List<object?>();
        var steps = 0;
        foreach (var element in set)
        {
            if (budget.IsLate(steps) || found.Count == WorkBudget.MaxElements)
            {
                budget.LeaveAfter(steps);
                return new Sequence(found);
            }

            steps++;
            if (!other.Contains(element))
                found.Add(element);
        }

        return new Sequence(found) { IsComplete = true };
    }

    private static bool HasOwnComparer(object set) =>
        ValueKinds.IsFramework(set.GetType().GetProperty(nameof(HashSet<int>.Comparer))!.GetValue(set)!.GetType());
}
