using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using IpytestNet.Values;

namespace IpytestNet.Assertions;

/// <summary>Reads members of values by name where no code of the user's is run for it.</summary>
internal static class MemberReader
{
    /// <summary>Reads a field, an automatic property, or a property of a simple value of .NET's; false if that cannot be done.</summary>
    public static bool TryRead(object owner, string name, out object? value)
    {
        value = null;
        if (name is "Length" or "Count" && CountOf(owner) is { } count)
            value = count;
        else if (owner is ITuple tuple && Position(tuple, name) is { } position)
            value = tuple[position];
        else if (ObjectType.Of(owner.GetType()).Members.FirstOrDefault(member => member.Name == name) is { } member)
            value = member.Read(owner);
        else if (Property(owner, name) is { } property)
            value = property.GetValue(owner);
        else
            return false;
        return true;
    }

    /// <summary>Counts the elements of a collection; null if they cannot be counted.</summary>
    public static int? CountOf(object value) => value switch
    {
        string text => text.Length,
        Array array => array.Length,
        IEnumerable sequence when Elements.IsCollection(sequence) => Elements.Read(sequence, limit: 0).Count,
        _ => null,
    };

    private static int? Position(ITuple tuple, string name) =>
        name.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(name.AsSpan("Item".Length), out var number) && number > 0 && number <= tuple.Length
            ? number - 1
            : null;

    // Only of types that are known to compute nothing: a Result waits, a Value may call the user.
    private static PropertyInfo? Property(object owner, string name)
    {
        if (owner is not (IFormattable or Exception or Version or Type) && Entry.Of(owner) is null)
            return null;
        var property = owner.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public);
        return property?.DeclaringType?.Assembly == typeof(object).Assembly && property.GetIndexParameters().Length == 0 ? property : null;
    }
}
