using IpytestNet.Kernel.Documents;

namespace IpytestNet.Kernel.Jupyter.Requests;

/// <summary>The Markdown cells of the notebook as it is saved: Jupyter sends a kernel its code cells alone, and <c>--doctest-cells</c> asks for these.</summary>
/// <param name="path">The file of the notebook.</param>
internal sealed class SavedMarkdown(string path)
{
    private DateTime _read;

    /// <summary>Tells a notebook of the cells, if the file has changed.</summary>
    public void AddTo(Notebook notebook)
    {
        try
        {
            var written = File.GetLastWriteTimeUtc(path);
            if (written == _read)
                return;
            _read = written;
            var cells = NotebookDocument.Read(path).Cells;
            for (var i = 0; i < cells.Count; i++)
            {
                if (cells[i].Kind is CellKind.Markdown)
                    notebook.AddMarkdown(cells[i].Source, position: i + 1);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotebookFormatException)
        {
            // Not saved yet, or half-way: the cells that were read stay.
        }
    }
}
