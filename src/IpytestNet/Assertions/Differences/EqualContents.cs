using System.Collections;
using System.Collections.Immutable;
using IpytestNet.Values;

namespace IpytestNet.Assertions.Differences;

/// <summary>Why values can be unequal whose contents are equal.</summary>
internal static class EqualContents
{
    /// <summary>What is said if nothing more is known.</summary>
    public const string Said = "the contents are equal";

    /// <summary>Says why two values with equal contents are not equal.</summary>
    public static string Hint(object left, object right)
    {
        if (ReferenceEquals(left, right))
            return "left and right are one and the same object";
        if (left.GetType() != right.GetType())
            return $"{Said}, but {TypeNames.Differ(left.GetType(), right.GetType())}";
        return IsComparedByReference(left.GetType()) ? ByReference(left.GetType()) : Said;
    }

    /// <summary>Says that a type compares references, and what compares contents.</summary>
    public static string ByReference(Type type) =>
        $"{Said}, but {TypeName.Of(type)} is compared by reference{Advice(type)}";

    /// <summary>Says why two sets with equal elements are not equal.</summary>
    public static string OfElements(object set)
    {
        var element = (set as IEnumerable)?.GetType() is { } type ? Elements.InterfaceOf(type, typeof(IEnumerable<>))?.GenericTypeArguments[0] : null;
        return element is { IsInterface: false } && IsComparedByReference(element)
            ? $"the contents of the elements are equal, but {TypeName.Of(element)} is compared by reference"
            : Said;
    }

    /// <summary>Tells whether <c>Equals</c> of a type asks for one and the same object.</summary>
    public static bool IsComparedByReference(Type type) =>
        IsArrayInDisguise(type)
        || !type.IsValueType
        && type.GetMethod(nameof(Equals), [typeof(object)])?.DeclaringType == typeof(object)
        && Elements.InterfaceOf(type, typeof(IEquatable<>)) is null;

    // These are equal if they are of one and the same array.
    private static bool IsArrayInDisguise(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var definition
        && (definition == typeof(ImmutableArray<>) || definition == typeof(ArraySegment<>));

    private static string Advice(Type type) => ValueKinds.Of(type) switch
    {
        ValueKind.Sequence => " (use SequenceEqual)",
        ValueKind.Set => " (use SetEquals)",
        _ => "",
    };
}
