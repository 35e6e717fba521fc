using System.Text.Json;
using System.Text.Json.Nodes;

namespace IpytestNet.Kernel.Documents;

/// <summary>What a notebook has stored of the last run of a cell.</summary>
/// <param name="ExecutionCount">Its number then, or null if it has not run.</param>
/// <param name="Outputs">Its outputs, as nbformat has them.</param>
internal sealed record StoredCell(int? ExecutionCount, IReadOnlyList<JsonObject> Outputs)
{
    private static readonly StoredCell Nothing = new(null, []);

    /// <summary>Reads what a notebook has stored, in the order of its cells; formats without outputs have stored nothing.</summary>
    public static IReadOnlyList<StoredCell> Of(NotebookDocument document)
    {
        if (document.Format is not NotebookFormat.Ipynb)
            return [.. document.Cells.Select(_ => Nothing)];
        var cells = (JsonArray)JsonText.ParseObject(document.Text.Text)["cells"]!;
        return [.. cells.Select(cell => Read((JsonObject)cell!))];
    }

    private static StoredCell Read(JsonObject cell) => new(
        cell["execution_count"] is JsonValue count && count.TryGetValue<int>(out var number) ? number : null,
        cell["outputs"] is JsonArray outputs ? [.. outputs.OfType<JsonObject>()] : []);

    /// <summary>Joins text that nbformat holds as a string or as a list of lines; other JSON stays what it is.</summary>
    public static string TextOf(JsonNode? node) => node switch
    {
        JsonArray lines when lines.All(line => line?.GetValueKind() is JsonValueKind.String) => string.Concat(lines.Select(line => line!.GetValue<string>())),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => value.GetValue<string>(),
        _ => node?.ToJsonString() ?? "",
    };
}
