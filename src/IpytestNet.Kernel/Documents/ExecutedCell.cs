using IpytestNet.Kernel.Execution;

namespace IpytestNet.Kernel.Documents;

/// <summary>What a run made of one code cell of a notebook.</summary>
/// <param name="Index">The cell's place among all cells of the document (0-based).</param>
/// <param name="ExecutionCount">Its number, or null if it did not get one.</param>
/// <param name="Outputs">Its outputs, in the order in which they happened.</param>
public sealed record ExecutedCell(int Index, int? ExecutionCount, IReadOnlyList<CellOutput> Outputs);
