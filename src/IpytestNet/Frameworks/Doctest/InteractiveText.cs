using System.Collections;
using IpytestNet.Values;

namespace IpytestNet.Frameworks.Doctest;

/// <summary>Collections as C# Interactive prints them: <c>int[2] { 1, 2 }</c>, <c>List&lt;int&gt;(2) { 1, 2 }</c>.</summary>
internal static class InteractiveText
{
    private const int MaxDepth = 8;

    /// <summary>Writes a value; what is no collection is written as a notebook does.</summary>
    public static string Of(object? value) => Of(value, depth: 0);

    private static string Of(object? value, int depth)
    {
        if (depth > MaxDepth || value is not ICollection collection || value is Array { Rank: > 1 })
            return ValueText.Of(value);
        var type = TypeName.Of(value.GetType());
        var heading = value is Array && type.EndsWith("[]", StringComparison.Ordinal) ? $"{type[..^1]}{collection.Count}]" : $"{type}({collection.Count})";
        var items = value is IDictionary dictionary
            ? Entries(dictionary).Select(entry => $"{{ {Of(entry.Key, depth + 1)}, {Of(entry.Value, depth + 1)} }}")
            : collection.Cast<object?>().Select(item => Of(item, depth + 1));
        return collection.Count == 0 ? $"{heading} {{ }}" : $"{heading} {{ {string.Join(", ", items)} }}";
    }

    private static IEnumerable<DictionaryEntry> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
            yield return entry;
    }
}
