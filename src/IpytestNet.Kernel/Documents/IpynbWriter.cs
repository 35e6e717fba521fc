using System.Text.Json.Nodes;
using IpytestNet.Files;

namespace IpytestNet.Kernel.Documents;

/// <summary>Writes executed notebooks as Jupyter notebooks (nbformat 4).</summary>
public static class IpynbWriter
{
    /// <summary>
    /// Writes a notebook with the outputs of the cells that ran; all else stays as it was in the document.
    /// The file is written beside and renamed, so that it is never half written.
    /// </summary>
    /// <param name="document">The notebook; one in another format becomes a Jupyter notebook.</param>
    /// <param name="executed">The cells that ran; others keep the outputs that they have.</param>
    /// <param name="path">The file to write; a symbolic link is followed.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(NotebookDocument document, IReadOnlyList<ExecutedCell> executed, string path) =>
        AtomicFile.Write(path, Render(document, executed), document.Text.Encoding);

    /// <summary>Writes a notebook with new outputs of some cells; all else stays as it was in the document.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="cells">The cells with new outputs; others keep what they have.</param>
    /// <param name="path">The file to write.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    internal static void Store(NotebookDocument document, IReadOnlyList<CellRecord> cells, string path) =>
        AtomicFile.Write(path, Render(document, cells), document.Text.Encoding);

    internal static string Render(NotebookDocument document, IReadOnlyList<ExecutedCell> executed) =>
        Render(document, CellRecord.Of(executed));

    private static string Render(NotebookDocument document, IReadOnlyList<CellRecord> cells)
    {
        var isJupyter = document.Format is NotebookFormat.Ipynb;
        var notebook = isJupyter ? JsonText.ParseObject(document.Text.Text) : NewNotebook.From(document);
        foreach (var cell in cells)
        {
            var json = (JsonObject)notebook["cells"]![cell.Index]!;
            json["execution_count"] = cell.ExecutionCount;
            json["outputs"] = new JsonArray([.. cell.Outputs.Select(output => output.DeepClone())]);
        }

        return (isJupyter ? JsonLayout.Of(document.Text.Text) : JsonLayout.Jupyter).Write(notebook);
    }
}
