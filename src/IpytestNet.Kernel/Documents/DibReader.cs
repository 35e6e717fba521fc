using System.Text.Json.Nodes;

namespace IpytestNet.Kernel.Documents;

/// <summary>Reads the cells of a <c>.dib</c> file: text between lines that name a kernel, such as <c>#!csharp</c>.</summary>
internal sealed class DibReader
{
    private const string Meta = "#!meta";

    private readonly List<NotebookCell> _cells = [];
    private readonly ForeignCells _foreign = new();
    private DibKernels _kernels = DibKernels.Default;

    public static IReadOnlyList<NotebookCell> Read(string text)
    {
        var reader = new DibReader();
        reader.ReadAll(TextCell.Split(text));
        reader._foreign.Refuse();
        return reader._cells;
    }

    private void ReadAll(string[] lines)
    {
        string? marker = null;
        var start = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            // The meta cell says which names are kernels, so it is read before the next line is judged.
            if (marker is Meta && lines[i].StartsWith("#!", StringComparison.Ordinal))
            {
                Add(marker, new TextCell(lines[start..i], start + 1));
                marker = null;
                start = i;
            }
            if (!IsMarker(lines[i]))
                continue;
            Add(marker, new TextCell(lines[start..i], start + 1));
            marker = lines[i].Trim();
            start = i + 1;
        }
        Add(marker, new TextCell(lines[start..], start + 1));
    }

    // A `#!name` line that names no kernel is a magic of the cell, such as `#!ipytest` or `#!time`.
    private bool IsMarker(string line) =>
        line.StartsWith("#!", StringComparison.Ordinal) && (line.Trim() is Meta || _kernels.Find(NameOf(line)) is not null);

    private void Add(string? marker, TextCell text)
    {
        if (text.IsBlank)
            return;

        var cell = text.Trim();
        if (marker is Meta)
            _kernels = DibKernels.Read(JsonText.ParseObject(cell.Source, cell.FirstLine)["kernelInfo"] as JsonObject);
        else
            Add(marker is null ? CellLanguage.CSharp : _kernels.Find(NameOf(marker))!, cell);
    }

    private void Add(CellLanguage language, TextCell cell)
    {
        if (language.Kind is null)
            _foreign.Add(language, $"line {cell.FirstLine}");
        _cells.Add(cell.ToCell(language));
    }

    private static string NameOf(string marker) => marker[2..].Trim();
}
