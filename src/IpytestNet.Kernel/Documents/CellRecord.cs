using System.Text.Json.Nodes;

namespace IpytestNet.Kernel.Documents;

/// <summary>The outputs of a cell as a notebook stores them.</summary>
/// <param name="Index">The cell's place among all cells of the document (0-based).</param>
/// <param name="ExecutionCount">Its number, or null if it did not get one.</param>
/// <param name="Outputs">Its outputs, as nbformat has them.</param>
internal sealed record CellRecord(int Index, int? ExecutionCount, IReadOnlyList<JsonObject> Outputs)
{
    /// <summary>Makes the records of cells that have run, with what is left to see of their outputs.</summary>
    public static IReadOnlyList<CellRecord> Of(IReadOnlyList<ExecutedCell> executed) =>
        [.. SettledOutputs.Of(executed).Select(cell => new CellRecord(cell.Index, cell.ExecutionCount, [.. OutputJson.Of(cell.Outputs).Cast<JsonObject>()]))];
}
