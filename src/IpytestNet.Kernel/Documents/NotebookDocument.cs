namespace IpytestNet.Kernel.Documents;

/// <summary>A notebook as it stands in its file.</summary>
public sealed record NotebookDocument
{
    private NotebookDocument(DocumentText text) => Text = text;

    /// <summary>The file's name without its folder.</summary>
    public required string FileName { get; init; }

    /// <summary>The file's format.</summary>
    public required NotebookFormat Format { get; init; }

    /// <summary>The cells in document order.</summary>
    public required IReadOnlyList<NotebookCell> Cells { get; init; }

    /// <summary>The language of its code cells.</summary>
    /// <value>Always <c>C#</c>: a notebook in another language is refused.</value>
    public string Language { get; init; } = CellLanguage.CSharp.Name;

    /// <summary>The text that it was read from.</summary>
    internal DocumentText Text { get; }

    /// <summary>Reads a notebook file.</summary>
    /// <exception cref="NotebookFormatException">The file is no notebook, or not one in C#.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static NotebookDocument Read(string path) => Read(path, isForeign: false);

    /// <summary>Reads a notebook file, of whatever language if another kernel is to run it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isForeign">Whether its language does not matter.</param>
    /// <exception cref="NotebookFormatException">The file is no notebook, or not one in C# where that matters.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    internal static NotebookDocument Read(string path, bool isForeign) =>
        Parse(DocumentText.Decode(File.ReadAllBytes(path)), Path.GetFileName(path), isForeign);

    /// <summary>Reads a notebook from its text; the file name's extension tells the format.</summary>
    /// <exception cref="NotebookFormatException">The text is no notebook, or not one in C#.</exception>
    public static NotebookDocument Parse(string text, string fileName) =>
        Parse(DocumentText.Of(text), fileName, isForeign: false);

    /// <summary>Gives for each cell the line of the file (1-based) on which each of its lines stands.</summary>
    internal IReadOnlyList<IReadOnlyList<int>> FileLines() => Format is NotebookFormat.Ipynb
        ? IpynbLines.Of(Text.Text)
        : [.. Cells.Select(cell => Enumerable.Range(cell.FileLine ?? 1, cell.Source.Split('\n').Length).ToArray())];

    /// <summary>Tells whether a file looks like a notebook, so that a search of a folder takes it.</summary>
    public static bool IsNotebook(string path) => FormatOf(path) switch
    {
        NotebookFormat.Ipynb or NotebookFormat.Dib => true,
        NotebookFormat.Script => PercentReader.HasCells(path),
        _ => false,
    };

    private static NotebookDocument Parse(DocumentText text, string fileName, bool isForeign)
    {
        var format = FormatOf(fileName) ?? throw new NotebookFormatException(
            $"expected a notebook (.ipynb, .dib, or .cs with `// %%` cells), but the file is of another type: '{Path.GetExtension(fileName)}'");
        if (string.IsNullOrWhiteSpace(text.Text))
            throw new NotebookFormatException("expected a notebook, but the file is empty; add a cell and save it again");

        return new NotebookDocument(text) { FileName = fileName, Format = format, Cells = ReadCells(format, text.Text, isForeign) };
    }

    private static IReadOnlyList<NotebookCell> ReadCells(NotebookFormat format, string text, bool isForeign) => format switch
    {
        NotebookFormat.Ipynb => IpynbReader.Read(text, isForeign),
        NotebookFormat.Dib => DibReader.Read(text),
        _ => PercentReader.Read(text),
    };

    private static NotebookFormat? FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".ipynb" => NotebookFormat.Ipynb,
        ".dib" => NotebookFormat.Dib,
        ".cs" => NotebookFormat.Script,
        _ => null,
    };
}
