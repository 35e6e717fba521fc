using System.Text.RegularExpressions;

namespace IpytestNet.Kernel.Documents;

/// <summary>Reads the cells of a C# file with <c>// %%</c> lines.</summary>
internal static partial class PercentReader
{
    /// <summary>Tells whether a C# file has cells; one that cannot be read has none.</summary>
    public static bool HasCells(string path)
    {
        try
        {
            return File.ReadLines(path).Any(PercentHeader.IsHeader);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Only a folder's search asks: a file that may not be read is not the notebook that is looked for.
            return false;
        }
    }

    public static IReadOnlyList<NotebookCell> Read(string text)
    {
        var lines = TextCell.Split(text);
        if (!lines.Any(PercentHeader.IsHeader))
            throw new NotebookFormatException("expected a C# file with cells, but it has no `// %%` line; put one before each cell");

        var cells = new List<NotebookCell>();
        var header = PercentHeader.None;
        var start = FrontMatterLength(lines);
        for (var i = start; i <= lines.Length; i++)
        {
            if (i < lines.Length && !PercentHeader.IsHeader(lines[i]))
                continue;
            Add(cells, header, new TextCell(lines[start..i], start + 1));
            if (i < lines.Length)
                header = PercentHeader.Parse(lines[i], i + 1);
            start = i + 1;
        }
        return cells;
    }

    // jupytext writes its settings as a block of comments between two `// ---` lines.
    private static int FrontMatterLength(string[] lines)
    {
        if (lines[0].TrimEnd() is not "// ---")
            return 0;

        var comments = lines.TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)).ToList();
        return comments.FindIndex(1, line => line.TrimEnd() is "// ---") + 1;
    }

    private static void Add(List<NotebookCell> cells, PercentHeader header, TextCell text)
    {
        if (text.IsBlank)
            return;

        var cell = text.Trim();
        var lines = header.Language.Kind is CellKind.Code ? WithMagic(cell.Lines) : [.. cell.Lines.Select(Uncomment)];
        cells.Add((cell with { Lines = lines }).ToCell(header.Language) with { Tags = header.Tags });
    }

    // A magic is no C#, so it stands in a comment: `// %%ipytest -q` or `// #!ipytest -q`.
    private static IReadOnlyList<string> WithMagic(IReadOnlyList<string> lines) =>
        CommentedMagicPattern.IsMatch(lines[0]) ? [Uncomment(lines[0]), .. lines.Skip(1)] : lines;

    private static string Uncomment(string line) => CommentPattern.Replace(line, "", 1);

    [GeneratedRegex(@"^\s*//\s?")]
    private static partial Regex CommentPattern { get; }

    [GeneratedRegex(@"^\s*//\s?(%%|#!)[A-Za-z]", RegexOptions.ExplicitCapture)]
    private static partial Regex CommentedMagicPattern { get; }
}
