using System.Text.Json.Nodes;

namespace IpytestNet.Kernel.Documents;

/// <summary>Makes a Jupyter notebook of a document in another format.</summary>
internal static class NewNotebook
{
    public static JsonObject From(NotebookDocument document) => new()
    {
        ["cells"] = new JsonArray([.. document.Cells.Select((cell, i) => CellOf(cell, i + 1))]),
        ["metadata"] = Metadata(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    };

    private static JsonObject CellOf(NotebookCell cell, int number)
    {
        var isCode = cell.Kind is CellKind.Code;
        var json = new JsonObject { ["cell_type"] = TypeOf(cell.Kind) };
        if (isCode)
            json["execution_count"] = null;
        // Any text that is unique in the notebook will do; a number keeps the file the same from run to run.
        json["id"] = $"cell-{number}";
        json["metadata"] = cell.Tags.Count is 0 ? [] : new JsonObject { ["tags"] = new JsonArray([.. cell.Tags.Select(tag => (JsonNode)tag)]) };
        if (isCode)
            json["outputs"] = new JsonArray();
        json["source"] = MultilineText.ToJson(cell.Source);
        return json;
    }

    private static string TypeOf(CellKind kind) => kind switch
    {
        CellKind.Code => "code",
        CellKind.Markdown => "markdown",
        _ => "raw",
    };

    private static JsonObject Metadata() => new()
    {
        ["kernelspec"] = new JsonObject
        {
            ["display_name"] = "C# (ipytest)",
            ["language"] = "C#",
            ["name"] = "csharp-ipytest",
        },
        ["language_info"] = new JsonObject
        {
            ["file_extension"] = ".cs",
            ["mimetype"] = "text/x-csharp",
            ["name"] = "C#",
            ["pygments_lexer"] = "csharp",
        },
    };
}
