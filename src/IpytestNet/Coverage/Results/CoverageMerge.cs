namespace IpytestNet.Coverage.Results;

/// <summary>Makes one of what was measured at several times.</summary>
internal static class CoverageMerge
{
    /// <summary>Adds up hits by name and line; of a source that has changed, the later one stays.</summary>
    /// <param name="parts">What was measured, from old to new.</param>
    public static CoverageData Of(IEnumerable<CoverageData> parts)
    {
        var all = parts.ToList();
        var hasBranches = all is not [] && all.TrueForAll(part => part.HasBranches);
        return new CoverageData
        {
            Files = [.. all.SelectMany(part => part.Files).GroupBy(file => file.Name).Select(group => Strip(group.Aggregate(Merge)))],
            HasBranches = hasBranches,
            HasContexts = all.Exists(part => part.HasContexts),
            Warnings = [.. all.SelectMany(part => part.Warnings).Distinct()],
        };

        FileCoverage Strip(FileCoverage file) => hasBranches ? file : file with { Outcomes = [] };
    }

    private static FileCoverage Merge(FileCoverage older, FileCoverage newer) => older.Source != newer.Source ? newer : newer with
    {
        Lines = [.. older.Lines.Concat(newer.Lines).GroupBy(line => line.Number).OrderBy(line => line.Key).Select(lines => lines.Aggregate(Add))],
        ExcludedLines = [.. older.ExcludedLines.Union(newer.ExcludedLines).Order()],
        Outcomes = [.. older.Outcomes.Concat(newer.Outcomes).GroupBy(outcome => (outcome.Line, outcome.Decision, outcome.Word)).Select(outcomes => outcomes.Aggregate(Add)).OrderBy(outcome => outcome.Line)],
    };

    private static LineCoverage Add(LineCoverage older, LineCoverage newer) => new(newer.Number, older.Hits + newer.Hits)
    {
        Contexts = [.. older.Contexts.Union(newer.Contexts)],
    };

    private static BranchOutcome Add(BranchOutcome older, BranchOutcome newer) => newer with { Hits = older.Hits + newer.Hits };
}
