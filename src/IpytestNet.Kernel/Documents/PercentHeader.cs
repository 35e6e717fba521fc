using System.Text.Json;
using System.Text.RegularExpressions;

namespace IpytestNet.Kernel.Documents;

/// <summary>The <c>// %%</c> line before a cell, in jupytext's form: <c>// %% Title [markdown] tags=["a"]</c>.</summary>
/// <param name="Language">The language of the cell.</param>
/// <param name="Tags">Its tags.</param>
internal sealed partial record PercentHeader(CellLanguage Language, IReadOnlyList<string> Tags)
{
    /// <summary>The header of text before the first marker.</summary>
    public static readonly PercentHeader None = new(CellLanguage.CSharp, []);

    // By lines and not by syntax, as in every editor that shows these cells: a marker inside a raw string ends the cell there too.
    public static bool IsHeader(string line) => MarkerPattern.IsMatch(line);

    public static PercentHeader Parse(string line, int lineNumber)
    {
        var options = MarkerPattern.Match(line).Groups["options"].Value;
        var language = TypePattern.Match(options).Groups["type"].Value switch
        {
            "markdown" or "md" => CellLanguage.Markdown,
            "raw" => CellLanguage.Raw,
            _ => CellLanguage.CSharp,
        };
        return new PercentHeader(language, TagsOf(options, lineNumber));
    }

    private static string[] TagsOf(string options, int lineNumber)
    {
        var tags = TagsPattern.Match(options);
        if (!tags.Success)
            return [];

        try
        {
            return JsonSerializer.Deserialize<string[]>(tags.Groups["list"].Value) ?? [];
        }
        catch (JsonException e)
        {
            throw new NotebookFormatException(
                $"expected tags=[\"name\", …] after `// %%` in line {lineNumber}, but it is {tags.Value}; put each name in double quotes", e);
        }
    }

    // `// %%ipytest` is no marker but a magic, so white space must follow.
    [GeneratedRegex(@"^\s*//\s*%%+(\s+(?<options>.*))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex MarkerPattern { get; }

    [GeneratedRegex(@"\[(?<type>markdown|md|raw)\]", RegexOptions.ExplicitCapture)]
    private static partial Regex TypePattern { get; }

    // tags=["a"], and {"tags": ["a"]} of older files.
    [GeneratedRegex("""(\btags\s*=|"tags"\s*:)\s*(?<list>\[[^\]]*\]?|\S+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex TagsPattern { get; }
}
