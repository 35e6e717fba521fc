using IpytestNet.Values;

namespace IpytestNet.Assertions.Differences;

/// <summary>Two values that differ as a whole.</summary>
internal static class ScalarDifference
{
    /// <summary>Adds that two values differ; always false.</summary>
    /// <remarks>The message shows the two values of the assertion itself, so nothing is added that is seen there.</remarks>
    public static bool Add(DifferenceWalk walk, ValuePath at, object? left, object? right)
    {
        if (walk.IsSilent)
            return false;
        if (at.IsRoot)
            AddWhole(walk.Findings, walk, left, right);
        else
            walk.Findings.Add(() => at.Prefix + Line(walk, left, right));
        if (left is not null && right is not null)
            walk.Findings.AddNote(at, () => TimeDistance.KindHint(left, right));
        return false;
    }

    private static void AddWhole(Findings findings, DifferenceWalk walk, object? left, object? right)
    {
        if (left is null || right is null)
            return;
        if (Distance(left, right) is { } distance)
            findings.Add(() => $"difference: {distance}");
        if (FloatingPoint.TinyDistance(left, right) is not null)
            findings.AddNote("numbers with a floating point are rounded (compare with a tolerance)");
        if (walk.Text(left) == walk.Text(right))
            findings.AddNote(left.GetType() == right.GetType() ? AreTwo(left) : TypeNames.Differ(left.GetType(), right.GetType()));
    }

    private static string Line(DifferenceWalk walk, object? left, object? right)
    {
        var (first, second) = (walk.Text(left), walk.Text(right));
        if (left is null || right is null)
            return $"{first} != {second}";
        if (first == second)
            return EqualTexts(first, left, right);
        return $"{first} != {second}{(Distance(left, right) is { } distance ? $" (difference: {distance})" : "")}";
    }

    private static string EqualTexts(string text, object left, object right)
    {
        var (first, second) = (TypeName.Of(left.GetType()), TypeName.Of(right.GetType()));
        if (left.GetType() == right.GetType())
            return AreTwo(left);
        return first == second
            ? TypeNames.Differ(left.GetType(), right.GetType())
            : $"{text} ({first}) != {text} ({second})";
    }

    private static string AreTwo(object value) => value.GetType().IsValueType
        ? $"two different values of type {TypeName.Of(value.GetType())}"
        : $"two different objects of type {TypeName.Of(value.GetType())}, which is compared by reference";

    private static string? Distance(object left, object right) =>
        TimeDistance.Of(left, right) ?? FloatingPoint.TinyDistance(left, right);
}
