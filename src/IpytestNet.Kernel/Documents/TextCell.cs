namespace IpytestNet.Kernel.Documents;

/// <summary>The lines of a cell in a text format, while the file is read.</summary>
/// <param name="Lines">The lines without line ends.</param>
/// <param name="FirstLine">The line of the file of the first of them (1-based).</param>
internal sealed record TextCell(IReadOnlyList<string> Lines, int FirstLine)
{
    public bool IsBlank => Lines.All(string.IsNullOrWhiteSpace);

    public string Source => string.Join('\n', Lines);

    /// <summary>Splits a text into lines, at <c>\n</c> and <c>\r\n</c>.</summary>
    public static string[] Split(string text) => text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Returns the cell without the blank lines before and after its text.</summary>
    public TextCell Trim()
    {
        var before = Lines.TakeWhile(string.IsNullOrWhiteSpace).Count();
        var after = Lines.Reverse().TakeWhile(string.IsNullOrWhiteSpace).Count();
        return IsBlank ? new TextCell([], FirstLine) : new TextCell([.. Lines.Skip(before).SkipLast(after)], FirstLine + before);
    }

    public NotebookCell ToCell(CellLanguage language) => new()
    {
        Kind = language.Kind ?? CellKind.Code,
        Source = Source,
        Language = language.Name,
        FileLine = FirstLine,
    };
}
