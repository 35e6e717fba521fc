using System.Text.Json.Nodes;

namespace IpytestNet.Kernel.Documents;

/// <summary>The outputs of a cell as a notebook stores them.</summary>
/// <param name="Index">The cell's place among all cells of the document (0-based).</param>
/// <param name="ExecutionCount">Its number, or null if it did not get one.</param>
/// <param name="Outputs">Its outputs, as nbformat has them.</param>
internal sealed record CellRecord(int Index, int? ExecutionCount, IReadOnlyList<JsonObject> Outputs)
{
    /// <summary>Makes the record of a cell that has just run: nothing of cells behind it.</summary>
    public static CellRecord Of(ExecutedCell cell) =>
        new(cell.Index, cell.ExecutionCount, [.. OutputJson.Of(SettledOutputs.Of([cell])[0].Outputs).Select(output => (JsonObject)output!.DeepClone())]);
}
