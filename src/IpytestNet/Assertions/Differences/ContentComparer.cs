using System.Reflection;

namespace IpytestNet.Assertions.Differences;

/// <summary>Finds values by their contents, without asking the user's equality.</summary>
/// <param name="walk">The walk whose budget is used.</param>
/// <param name="strings">How strings are compared.</param>
internal sealed class ContentComparer(DifferenceWalk walk, StringComparer? strings = null) : IEqualityComparer<ContentKey>
{
    private const int ElementsHashed = 3;
    private const int MaxDepth = 2;

    private readonly StringComparer _strings = strings ?? StringComparer.Ordinal;

    /// <summary>Gives the comparer for the keys of a collection, which may say how its strings are compared.</summary>
    public static ContentComparer For(DifferenceWalk walk, object collection) => new(walk, StringsOf(collection));

    public bool Equals(ContentKey x, ContentKey y) =>
        x.Value is string left && y.Value is string right ? _strings.Equals(left, right) : walk.AreSame(x.Value, y.Value);

    public int GetHashCode(ContentKey obj) => Hash(obj.Value, depth: 0);

    private int Hash(object? value, int depth)
    {
        if (value is null or string)
            return value is string text ? _strings.GetHashCode(text) : 0;
        if (depth > MaxDepth)
            return 0;
        return ValueKinds.Of(value.GetType()) switch
        {
            ValueKind.Scalar => value.GetHashCode(),
            ValueKind.Sequence => Hash(Sequence.Read(value, walk.Budget, ElementsHashed)?.Items ?? [], depth),
            ValueKind.Members => Hash(ReadableParts.Of(value).Select(part => part.Value), depth),
            _ => 0,
        };
    }

    private int Hash(IEnumerable<object?> parts, int depth) =>
        parts.Aggregate(17, (hash, part) => HashCode.Combine(hash, Hash(part, depth + 1)));

    private static StringComparer? StringsOf(object collection)
    {
        var type = collection.GetType();
        if (!ValueKinds.IsFramework(type))
            return null;
        var property = type.GetProperty("Comparer", BindingFlags.Instance | BindingFlags.Public) ?? type.GetProperty("KeyComparer", BindingFlags.Instance | BindingFlags.Public);
        return property?.GetValue(collection) is StringComparer comparer && ValueKinds.IsFramework(comparer.GetType()) ? comparer : null;
    }
}
