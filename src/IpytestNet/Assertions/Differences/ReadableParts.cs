using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using IpytestNet.Values;

namespace IpytestNet.Assertions.Differences;

/// <summary>Reads the parts of objects without running code of the user's.</summary>
internal static class ReadableParts
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Tells whether the parts of a type of the framework are known.</summary>
    public static bool Has(Type type) =>
        typeof(Exception).IsAssignableFrom(type)
        || typeof(ITuple).IsAssignableFrom(type)
        || type == typeof(DictionaryEntry)
        || type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    /// <summary>Reads what a message shows of an object: fields and automatic properties, elements of a tuple, key and value.</summary>
    public static IEnumerable<ReadablePart> Of(object value)
    {
        if (Entry.Of(value) is { } entry)
            return [new("Key", entry.Key), new("Value", entry.Value)];
        if (value is ITuple tuple && ValueKinds.IsFramework(value.GetType()))
            return Enumerable.Range(0, tuple.Length).Select(i => new ReadablePart($"Item{i + 1}", tuple[i]));
        var members = ObjectType.Of(value.GetType()).Members.Select(member => new ReadablePart(member.Name, member.Read(value)));
        return value is Exception exception ? [.. MessageOf(exception), .. members] : members;
    }

    /// <summary>Reads the other fields of an object, which only its own code knows.</summary>
    public static IEnumerable<ReadablePart> HiddenOf(object value)
    {
        for (var type = value.GetType(); type is not null && !ValueKinds.IsFramework(type); type = type.BaseType)
        {
            var shown = ObjectType.Of(type).Members.Select(member => member.Name).ToHashSet();
            foreach (var field in type.GetFields(Own).Where(field => !typeof(Delegate).IsAssignableFrom(field.FieldType)))
            {
                if (!shown.Contains(NameOf(field)))
                    yield return new ReadablePart(NameOf(field), field.GetValue(value));
            }
        }
    }

    private static IEnumerable<ReadablePart> MessageOf(Exception exception)
    {
        try
        {
            return [new("Message", UserCode.Text(exception, nameof(exception.Message), () => exception.Message))];
        }
        catch (Exception e) when (!UserCode.IsStopped(e))
        {
            // A message of the user's that throws is no message.
            return [];
        }
    }

    private static string NameOf(FieldInfo field) =>
        field.Name.StartsWith('<') && field.Name.IndexOf('>') is > 1 and var end ? field.Name[1..end] : field.Name;
}
