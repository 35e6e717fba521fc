using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using IpytestNet.Assertions.Conditions;
using IpytestNet.Values;

namespace IpytestNet.Assertions.Differences;

/// <summary>Tells how values are compared.</summary>
internal static class ValueKinds
{
    private static readonly ConditionalWeakTable<Type, object> Known = new();

    public static ValueKind Of(Type type) => (ValueKind)Known.GetValue(type, static type => Find(type));

    /// <summary>Tells whether a type comes with .NET, so that its equality is no code of the user's.</summary>
    public static bool IsFramework(Type type) =>
        type.Assembly == typeof(object).Assembly
        || type.Assembly.GetName().Name is { } name
        && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal));

    private static ValueKind Find(Type type)
    {
        if (IsText(type))
            return ValueKind.Text;
        if (typeof(JsonNode).IsAssignableFrom(type) || type == typeof(JsonElement) || type == typeof(JsonDocument))
            return ValueKind.Json;
        if (type is { IsArray: true } && type.GetArrayRank() > 1)
            return ValueKind.Grid;
        if (typeof(IRecording).IsAssignableFrom(type))
            return ValueKind.Sequence;
        return typeof(IEnumerable).IsAssignableFrom(type) && HoldsItsElements(type) ? FindCollection(type) : FindObject(type);
    }

    private static bool IsText(Type type) =>
        type == typeof(string) || type == typeof(StringBuilder) || type == typeof(Uri) || typeof(XNode).IsAssignableFrom(type);

    private static bool HoldsItsElements(Type type) =>
        typeof(ICollection).IsAssignableFrom(type) || Has(type, typeof(IReadOnlyCollection<>)) || Has(type, typeof(ICollection<>));

    private static ValueKind FindCollection(Type type)
    {
        if (typeof(IDictionary).IsAssignableFrom(type) || Has(type, typeof(IDictionary<,>)) || Has(type, typeof(IReadOnlyDictionary<,>)))
            return ValueKind.Dictionary;
        return Has(type, typeof(ISet<>)) || Has(type, typeof(IReadOnlySet<>)) ? ValueKind.Set : ValueKind.Sequence;
    }

    private static ValueKind FindObject(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type == typeof(HexByte))
            return ValueKind.Scalar;
        if (type == typeof(object) || ReadableParts.Has(type))
            return ValueKind.Members;
        if (IsFramework(type))
            return IsClosedToUsers(type) && !EqualContents.IsComparedByReference(type) ? ValueKind.Scalar : ValueKind.Opaque;
        return type.Name.StartsWith('<') && !TypeName.IsAnonymous(type) || typeof(Delegate).IsAssignableFrom(type)
            ? ValueKind.Opaque
            : ValueKind.Members;
    }

    // A Lazy<T> or a Memory<T> of the user's type could call the user's equality.
    private static bool IsClosedToUsers(Type type) =>
        !type.IsGenericType || type.GenericTypeArguments.All(argument => argument.IsPrimitive || argument == typeof(string));

    private static bool Has(Type type, Type definition) => Elements.InterfaceOf(type, definition) is not null;
}
