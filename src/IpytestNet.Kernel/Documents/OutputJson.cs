using System.Text.Json;
using System.Text.Json.Nodes;
using IpytestNet.Kernel.Display;
using IpytestNet.Kernel.Execution;

namespace IpytestNet.Kernel.Documents;

/// <summary>Turns the outputs of a cell into nbformat's JSON, with members in the order in which Jupyter writes them.</summary>
internal static class OutputJson
{
    public static JsonArray Of(IEnumerable<CellOutput> outputs) => [.. Merged(outputs).Select(Of)];

    /// <summary>The formats of a value as they stand in a message, where text is not divided into lines.</summary>
    public static JsonObject Message(MimeBundle bundle) => new(bundle.Formats
        .Select(format => KeyValuePair.Create(format.Key, IsJson(format.Key) ? Embedded(format.Value) : MultilineText.WholeCharacters(format.Value))));

    private static JsonNode Of(CellOutput output) => output switch
    {
        CellOutput.Stream stream => new JsonObject
        {
            ["name"] = stream.Name,
            ["output_type"] = "stream",
            ["text"] = MultilineText.ToJson(stream.Text),
        },
        CellOutput.Displayed displayed => new JsonObject
        {
            ["data"] = DataOf(displayed.Data),
            ["metadata"] = new JsonObject(),
            ["output_type"] = "display_data",
        },
        CellOutput.Result result => new JsonObject
        {
            ["data"] = DataOf(result.Data),
            ["execution_count"] = result.ExecutionCount,
            ["metadata"] = new JsonObject(),
            ["output_type"] = "execute_result",
        },
        CellOutput.Failed { Error: var error } => new JsonObject
        {
            ["ename"] = MultilineText.WholeCharacters(error.Name),
            ["evalue"] = MultilineText.WholeCharacters(error.Message),
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)MultilineText.WholeCharacters(line))]),
        },
        _ => throw new ArgumentException($"unknown output {output}", nameof(output)),
    };

    // nbformat has one entry for what a stream said without a pause; chunks come as the cell flushed them.
    private static IEnumerable<CellOutput> Merged(IEnumerable<CellOutput> outputs)
    {
        var chunks = new List<CellOutput.Stream>();
        foreach (var output in outputs)
        {
            if (chunks.Count > 0 && (output as CellOutput.Stream)?.Name != chunks[0].Name)
                yield return Joined(chunks);
            if (output is CellOutput.Stream stream)
                chunks.Add(stream);
            else
                yield return output;
        }
        if (chunks.Count > 0)
            yield return Joined(chunks);
    }

    private static CellOutput.Stream Joined(List<CellOutput.Stream> chunks)
    {
        var joined = chunks[0] with { Text = string.Concat(chunks.Select(chunk => chunk.Text)) };
        chunks.Clear();
        return joined;
    }

    private static JsonObject DataOf(MimeBundle bundle) =>
        new(bundle.Formats
            .OrderBy(format => format.Key, StringComparer.Ordinal)
            .Select(format => KeyValuePair.Create(format.Key, FormatOf(format.Key, format.Value))));

    private static JsonNode? FormatOf(string mimeType, string text) => mimeType switch
    {
        "application/javascript" or "image/svg+xml" => MultilineText.ToJson(text),
        _ when mimeType.StartsWith("text/", StringComparison.Ordinal) => MultilineText.ToJson(text),
        _ when IsJson(mimeType) => Embedded(text),
        _ => MultilineText.WholeCharacters(text),
    };

    private static bool IsJson(string mimeType) => mimeType is "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);

    // nbformat wants the value itself, not its text; a text that is no JSON is still better kept than lost.
    private static JsonNode? Embedded(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = JsonText.MaxDepth });
        }
        catch (JsonException)
        {
            return MultilineText.WholeCharacters(text);
        }
    }
}
