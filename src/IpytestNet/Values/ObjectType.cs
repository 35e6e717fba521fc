using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace IpytestNet.Values;

/// <summary>What a type says about writing its objects: its readable parts, and whether it writes itself.</summary>
/// <param name="Members">The public fields and automatic properties, those of base types first.</param>
/// <param name="WritesItself">Whether somebody wrote a <c>ToString</c> for it, other than the compiler.</param>
internal sealed record ObjectType(IReadOnlyList<ValueMember> Members, bool WritesItself)
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly ConditionalWeakTable<Type, ObjectType> Known = new();

    public static ObjectType Of(Type type) =>
        Known.GetValue(type, static type => new ObjectType(ReadableMembers(type), HasToString(type)));

    private static List<ValueMember> ReadableMembers(Type type)
    {
        var members = new List<ValueMember>();
        for (var part = type; part is not null; part = part.BaseType)
        {
            var own = part.GetFields(Own)
                .OrderBy(field => field.MetadataToken)
                .Select(field => NameOf(field, part) is { } name ? new ValueMember(name, field) : null)
                .OfType<ValueMember>()
                .Where(member => members.TrueForAll(derived => derived.Name != member.Name));
            members.InsertRange(0, own.ToList());
        }

        return members;
    }

    private static string? NameOf(FieldInfo field, Type type)
    {
        if (field.IsPublic)
            return field.Name;

        // <Name>k__BackingField is the field of an automatic property, <Name>i__Field that of an anonymous type.
        var end = field.Name.StartsWith('<') ? field.Name.IndexOf('>') : -1;
        if (end < 0 || field.Name[(end + 1)..] is not ("k__BackingField" or "i__Field"))
            return null;
        var name = field.Name[1..end];
        return type.GetProperty(name, Own, binder: null, field.FieldType, Type.EmptyTypes, modifiers: null)?.GetMethod is { IsPublic: true } ? name : null;
    }

    private static bool HasToString(Type type)
    {
        var method = type.GetMethod(nameof(ToString), Type.EmptyTypes);
        if (method?.DeclaringType is not { } owner || owner == typeof(object) || owner == typeof(ValueType))
            return false;
        if (TypeName.IsAnonymous(owner))
            return false;
        return !IsGenerated(method) || HasPrintMembers(type);
    }

    /// <summary>Tells whether the user says what the generated <c>ToString</c> of a record prints.</summary>
    private static bool HasPrintMembers(Type type) =>
        type.GetMethod("PrintMembers", Own, [typeof(StringBuilder)]) is { } method && !IsGenerated(method);

    private static bool IsGenerated(MethodInfo method) => method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
