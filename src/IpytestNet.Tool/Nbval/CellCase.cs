using IpytestNet.Execution;
using IpytestNet.Kernel.Documents;

namespace IpytestNet.Tool.Nbval;

/// <summary>A code cell of a notebook as a test case.</summary>
/// <param name="Index">Its place among all cells of the notebook (0-based).</param>
/// <param name="Cell">The cell.</param>
/// <param name="Markers">What it says of its check.</param>
/// <param name="Stored">What is stored of its last run.</param>
/// <param name="Test">The test case.</param>
internal sealed record CellCase(int Index, NotebookCell Cell, CellMarkers Markers, StoredCell Stored, TestCase Test)
{
    /// <summary>Makes a case of each code cell that has text, <c>Cell 1</c>, <c>Cell 2</c> and so on.</summary>
    public static IReadOnlyList<CellCase> Of(NotebookDocument document)
    {
        var stored = StoredCell.Of(document);
        var cases = new List<CellCase>();
        var executed = 0;
        for (var i = 0; i < document.Cells.Count; i++)
        {
            var cell = document.Cells[i];
            if (cell.Kind is not CellKind.Code || string.IsNullOrWhiteSpace(cell.Source))
                continue;
            var markers = CellMarkers.Of(cell);
            if (markers.SkippedBy is null)
                executed++;
            var number = $"Cell {cases.Count + 1}";
            var name = markers.Name is { } given && !cases.Exists(one => one.Test.Name == given) ? given : number;
            cases.Add(new CellCase(i, cell, markers, stored[i], new TestCase
            {
                NodeId = $"{document.FileName}::{name}",
                Module = document.FileName,
                Name = name,
                DisplayName = name,
                Heading = name == number ? name : $"{name} ({number})",
                Kind = "Cell",
                Markers = cell.Tags,
                Keywords = [number],
                SourceFile = markers.SkippedBy is null ? $"In[{executed}]" : null,
                SourceLine = markers.SkippedBy is null ? 1 : 0,
            }));
        }

        return cases;
    }
}
