using IpytestNet.Coverage.Results;
using IpytestNet.Reports;

namespace IpytestNet.Tool;

/// <summary>What came of a notebook.</summary>
/// <param name="Outcome">How it ended.</param>
internal sealed record TaskResult(NotebookOutcome Outcome)
{
    /// <summary>What its runs told that the reports have not heard yet.</summary>
    public IReadOnlyList<RunEntry> Entries { get; init; } = [];

    /// <summary>What its runs measured that has not been collected yet.</summary>
    public IReadOnlyList<CoverageData> Coverage { get; init; } = [];
}
