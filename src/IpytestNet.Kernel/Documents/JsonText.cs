using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IpytestNet.Kernel.Documents;

/// <summary>Parses the JSON of a notebook, with errors that say where.</summary>
internal static class JsonText
{
    /// <summary>Above what any notebook nests (charts nest deeper than the default of 64).</summary>
    public const int MaxDepth = 512;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Parses an object.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="firstLine">The line of the file on which the JSON begins.</param>
    public static JsonObject ParseObject(string text, int firstLine = 1)
    {
        var json = Parse(text, firstLine);
        return json as JsonObject
            ?? throw new NotebookFormatException($"expected a JSON object, but line {firstLine} begins {KindOf(json)}; export the notebook again");
    }

    /// <summary>Names the kind of a value for a message: <c>an array</c>, <c>null</c>.</summary>
    public static string KindOf(JsonNode? json) => json?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => "true or false",
    };

    private static JsonNode? Parse(string text, int firstLine)
    {
        try
        {
            var json = JsonNode.Parse(text, documentOptions: Options);
            // Half a surrogate pair is found only when a string is read: read all of them now, not after the run.
            if (text.Contains(@"\ud", StringComparison.OrdinalIgnoreCase))
                _ = json?.ToJsonString();
            return json;
        }
        catch (JsonException e)
        {
            throw new NotebookFormatException($"expected JSON, but {PlaceOf(e, text, firstLine)}{ReasonOf(e)}; repair it there (after a merge, resolve the conflict) or export the notebook again", e);
        }
        catch (InvalidOperationException e)
        {
            throw new NotebookFormatException(@"expected Unicode text, but a string has one half of a surrogate pair (an escape such as \ud83d alone); take it out", e);
        }
    }

    private static string PlaceOf(JsonException e, string text, int firstLine)
    {
        if (e is not { LineNumber: long line, BytePositionInLine: long position })
            return "";

        var bytes = Encoding.UTF8.GetBytes(text.Split('\n')[line]);
        var column = Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Min(position, bytes.Length)) + 1;
        return $"line {firstLine + line}, column {column} has an error: ";
    }

    // The parser appends the path and the position, which PlaceOf says in words.
    private static string ReasonOf(JsonException e) =>
        e.Message.Split(" Path:", 2)[0].Split(" LineNumber:", 2)[0].Trim().TrimEnd('.');
}
