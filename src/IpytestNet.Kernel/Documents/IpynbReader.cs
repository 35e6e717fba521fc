using System.Text.Json;
using System.Text.Json.Nodes;

namespace IpytestNet.Kernel.Documents;

/// <summary>Reads the cells of a Jupyter notebook (nbformat 4).</summary>
internal static class IpynbReader
{
    /// <param name="text">The text of the file.</param>
    /// <param name="isForeign">Whether its language does not matter.</param>
    public static IReadOnlyList<NotebookCell> Read(string text, bool isForeign = false)
    {
        var notebook = JsonText.ParseObject(text);
        RequireVersion4(notebook["nbformat"]);
        if (!isForeign)
            NotebookMetadata.RequireCSharp(notebook["metadata"]);
        if (notebook["cells"] is not JsonArray cells)
            throw new NotebookFormatException($"expected an array 'cells', but it is {JsonText.KindOf(notebook["cells"])}; export the notebook again");

        var foreign = new ForeignCells();
        var read = cells.Select((cell, i) => ReadCell(cell, i + 1, foreign)).ToList();
        if (!isForeign)
            foreign.Refuse();
        return read;
    }

    private static void RequireVersion4(JsonNode? version)
    {
        if (version?.GetValueKind() is JsonValueKind.Number && version.GetValue<double>() is 4)
            return;

        throw new NotebookFormatException(version is null
            ? "expected a Jupyter notebook, but there is no 'nbformat' in it; if it is one, add \"nbformat\": 4"
            : $"expected nbformat 4, but it is {version.ToJsonString()}; convert it with `jupyter nbconvert --to notebook --nbformat 4`");
    }

    private static NotebookCell ReadCell(JsonNode? json, int number, ForeignCells foreign)
    {
        var cell = json as JsonObject
            ?? throw new NotebookFormatException($"expected cell {number} to be an object, but it is {JsonText.KindOf(json)}; export the notebook again");
        var metadata = cell["metadata"];
        var language = LanguageOf(cell, number, metadata);
        if (language.Kind is null)
            foreign.Add(language, $"cell {number}");

        return new NotebookCell
        {
            Kind = language.Kind ?? CellKind.Code,
            Source = SourceOf(cell["source"], number),
            Language = language.Name,
            Tags = NotebookMetadata.TagsOf(metadata),
        };
    }

    private static CellLanguage LanguageOf(JsonObject cell, int number, JsonNode? metadata) => cell["cell_type"]?.ToString() switch
    {
        "code" => NotebookMetadata.LanguageOf(metadata),
        "markdown" => CellLanguage.Markdown,
        "raw" => CellLanguage.Raw,
        var other => throw new NotebookFormatException(
            $"expected cell {number} to have the cell_type code, markdown or raw, but it is '{other}'; export the notebook again"),
    };

    private static string SourceOf(JsonNode? source, int number) => source switch
    {
        JsonArray lines when lines.All(IsString) => string.Concat(lines.Select(line => line!.GetValue<string>())),
        not null when IsString(source) => source.GetValue<string>(),
        _ => throw new NotebookFormatException(
            $"expected the source of cell {number} to be a string or an array of strings, but it is {JsonText.KindOf(source)}; export the notebook again"),
    };

    private static bool IsString(JsonNode? node) => node?.GetValueKind() is JsonValueKind.String;
}
