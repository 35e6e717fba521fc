using System.Runtime.CompilerServices;
using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Assertions;

/// <summary>The values of the sides of a comparison, as the comparison sees them.</summary>
internal static class ComparedValues
{
    private static readonly Type[] TupleTypes =
    [
        typeof(ValueTuple<>), typeof(ValueTuple<,>), typeof(ValueTuple<,,>), typeof(ValueTuple<,,,>),
        typeof(ValueTuple<,,,,>), typeof(ValueTuple<,,,,,>), typeof(ValueTuple<,,,,,,>),
    ];

    /// <summary>Gives the values; false if one is not known.</summary>
    public static bool TryGet(Part.Comparison comparison, Evidence evidence, out object? left, out object? right)
    {
        right = null;
        if (!evidence.TryValue(comparison.Left, out left) || !evidence.TryValue(comparison.Right, out right))
            return false;
        if (comparison.ReferenceType is null)
            (left, right) = Alike(left, right);
        return left is not WrittenTuple && right is not WrittenTuple;
    }

    /// <summary>Tells whether two values are equal once one is converted to the type of the other.</summary>
    public static bool AreAlike(object left, object right) => Alike(left, right) is var (first, second) && Equals(first, second);

    /// <summary>Gives two values one type where C# converts one to the type of the other.</summary>
    private static (object? Left, object? Right) Alike(object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => (left, right),
        (ITuple first, ITuple second) when ComparesElements(left) && ComparesElements(right) => Tuples(first, second),
        (Enum, not Enum) when Integer.Of(right) is not null => (left, Enum.ToObject(left.GetType(), right)),
        (not Enum, Enum) when Integer.Of(left) is not null => (Enum.ToObject(right.GetType(), left), right),
        _ => Number.AreEqual(left, right) ? (left, left) : (left, right),
    };

    private static bool ComparesElements(object tuple) =>
        tuple is WrittenTuple || tuple is ValueType && tuple.GetType().Assembly == typeof(ValueTuple).Assembly;

    private static (object? Left, object? Right) Tuples(ITuple left, ITuple right)
    {
        if (left.Length != right.Length || left.Length == 0)
            return (left, right);
        var pairs = Enumerable.Range(0, left.Length).Select(i => Alike(left[i], right[i])).ToList();
        return (TupleOf([.. pairs.Select(pair => pair.Left)]), TupleOf([.. pairs.Select(pair => pair.Right)]));
    }

    /// <summary>Makes a tuple of any length; behind the seventh element stands a tuple of the others.</summary>
    private static object TupleOf(object?[] items)
    {
        if (items.Length <= TupleTypes.Length)
            return Activator.CreateInstance(TupleTypes[items.Length - 1].MakeGenericType([.. items.Select(_ => typeof(object))]), items)!;
        var rest = TupleOf(items[TupleTypes.Length..]);
        Type[] types = [.. TupleTypes.Select(_ => typeof(object)), rest.GetType()];
        return Activator.CreateInstance(typeof(ValueTuple<,,,,,,,>).MakeGenericType(types), [.. items[..TupleTypes.Length], rest])!;
    }
}
