using System.Text.Json;
using IpytestNet.Kernel.Documents;

namespace IpytestNet.Tool.Strip;

/// <summary>Reads where the values of a JSON text stand.</summary>
internal static class JsonSpanReader
{
    /// <summary>Reads a text.</summary>
    /// <param name="json">The text, in UTF-8 without a byte order mark.</param>
    /// <exception cref="NotebookFormatException">It is no JSON.</exception>
    public static JsonSpan Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonText.MaxDepth });
        try
        {
            reader.Read();
            var value = ReadValue(ref reader);
            // What stands behind it would be an error.
            reader.Read();
            return value;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            var place = e is JsonException { LineNumber: { } line } ? $" in line {line + 1}" : "";
            throw new NotebookFormatException($"expected JSON, but there is an error{place}; repair it (after a merge, resolve the conflict)", e);
        }
    }

    private static JsonSpan ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader),
        JsonTokenType.StartArray => ReadArray(ref reader),
        JsonTokenType.String => Leaf(ref reader, JsonValueKind.String) with { Text = reader.GetString() },
        JsonTokenType.Number => Leaf(ref reader, JsonValueKind.Number),
        JsonTokenType.True => Leaf(ref reader, JsonValueKind.True),
        JsonTokenType.False => Leaf(ref reader, JsonValueKind.False),
        _ => Leaf(ref reader, JsonValueKind.Null),
    };

    private static JsonSpan Leaf(ref Utf8JsonReader reader, JsonValueKind kind) => new(kind, (int)reader.TokenStartIndex, (int)reader.BytesConsumed);

    private static JsonSpan ReadObject(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        var members = new List<JsonMember>();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var (name, at) = (reader.GetString()!, (int)reader.TokenStartIndex);
            reader.Read();
            members.Add(new JsonMember(name, at, ReadValue(ref reader)));
        }

        return new JsonSpan(JsonValueKind.Object, start, (int)reader.BytesConsumed) { Members = members };
    }

    private static JsonSpan ReadArray(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        var items = new List<JsonSpan>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            items.Add(ReadValue(ref reader));
        return new JsonSpan(JsonValueKind.Array, start, (int)reader.BytesConsumed) { Items = items };
    }
}
