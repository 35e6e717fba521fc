using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace IpytestNet.Values;

/// <summary>What a type says about writing its objects: its readable parts, and whether it writes itself.</summary>
/// <param name="Members">The public fields and automatic properties, those of base types first.</param>
/// <param name="WritesItself">Whether somebody wrote a <c>ToString</c> for it, other than the compiler.</param>
/// <param name="IsTrusted">Whether its code is the platform's and calls no code of others.</param>
internal sealed record ObjectType(IReadOnlyList<ValueMember> Members, bool WritesItself, bool IsTrusted)
{
    // A single file has its assemblies nowhere: there nothing is trusted.
    private static readonly string? Platform = FolderOf(typeof(object).Assembly);

    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly ConditionalWeakTable<Type, ObjectType> Known = new();

    public static ObjectType Of(Type type) =>
        Known.GetValue(type, static type => new ObjectType(ReadableMembers(type), HasToString(type), IsTrustedType(type)));

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

    /// <summary>Tells whether the user says what the generated <c>ToString</c> of a record, or of a base record, prints.</summary>
    private static bool HasPrintMembers(Type? type) => type is not null
        && (type.GetMethod("PrintMembers", Own, [typeof(StringBuilder)]) is { } method && !IsGenerated(method) || HasPrintMembers(type.BaseType));

    // What holds values of others may call their code; collections just hand them out, but for those that wrap another one.
    private static bool IsTrustedType(Type type)
    {
        if (type.IsArray)
            return true;
        if (Platform is null || FolderOf(type.Assembly) != Platform)
            return false;
        return type.IsGenericType
            ? type.Namespace is "System.Collections.Generic" or "System.Collections.Concurrent" or "System.Collections.Immutable" or "System.Collections.Frozen"
                || typeof(ITuple).IsAssignableFrom(type)
                || Elements.IsGrouped(type)
            : type.Namespace is not ("System.Collections" or "System.Linq.Expressions" or "System.Text.Json.Nodes")
                && type != typeof(AggregateException)
                && type != typeof(ArgumentOutOfRangeException)
                && type != typeof(BigInteger);
    }

    private static string? FolderOf(Assembly assembly) =>
        !assembly.IsDynamic && assembly.Location is { Length: > 0 } place ? Path.GetDirectoryName(place) : null;

    private static bool IsGenerated(MethodInfo method) => method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
