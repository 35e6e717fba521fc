using IpytestNet.Values;

namespace IpytestNet.Assertions.Differences;

/// <summary>A hint on parts with equal contents that are unequal, since their type compares references.</summary>
internal static class ReferenceNote
{
    /// <summary>Adds the hint on a part.</summary>
    public static void Add(DifferenceWalk walk, ValuePath at, object part) =>
        walk.Findings.AddNote($"{at}: {EqualContents.Said}, but {TypeName.Of(part.GetType())} is compared by reference");

    /// <summary>Tells whether two values with equal contents are unequal as references.</summary>
    public static bool IsNeeded(object? left, object? right) =>
        left is not null && right is not null && !ReferenceEquals(left, right)
        && left.GetType() == right.GetType() && EqualContents.IsComparedByReference(left.GetType());
}
