using System.Collections;

namespace IpytestNet.Values;

/// <summary>An entry of a dictionary.</summary>
internal sealed record Entry(object? Key, object? Value)
{
    /// <summary>Reads an entry, or gives null if the value is none.</summary>
    public static Entry? Of(object value)
    {
        if (value is DictionaryEntry entry)
            return new Entry(entry.Key, entry.Value);
        var type = value.GetType();
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
            ? new Entry(type.GetProperty("Key")!.GetValue(value), type.GetProperty("Value")!.GetValue(value))
            : null;
    }
}
