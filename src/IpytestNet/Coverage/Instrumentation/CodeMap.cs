using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage.Instrumentation;

/// <summary>What was found in a cell or file, and where its probes count.</summary>
/// <param name="File">The name of the cell, or the path of the file.</param>
/// <param name="Units">What makes a line executable, in the order of the source.</param>
/// <param name="Outcomes">The outcomes of its decisions, in the order of the source.</param>
/// <param name="ExcludedLines">The lines that are excluded.</param>
/// <param name="Regions">Its functions and types.</param>
internal sealed record CodeMap(
    string File,
    IReadOnlyList<CodeUnit> Units,
    IReadOnlyList<CodeOutcome> Outcomes,
    IReadOnlyList<int> ExcludedLines,
    IReadOnlyList<CodeRegion> Regions)
{
    /// <summary>The namespaces that it declares.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];
}
