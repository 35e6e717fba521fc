using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>A line of a source with what is known of it.</summary>
/// <param name="Number">Its 1-based number.</param>
/// <param name="State">What is known of it.</param>
internal sealed record MarkedLine(int Number, LineState State)
{
    /// <summary>How often it ran.</summary>
    public long Hits { get; init; }

    /// <summary>What never comes about on it, in words; empty unless it ran.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The contexts in which it ran.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>Marks the lines of a cell or file.</summary>
    public static IReadOnlyList<MarkedLine> Of(FileCoverage file)
    {
        var lines = file.Lines.ToDictionary(line => line.Number);
        var excluded = file.ExcludedLines.ToHashSet();
        var untaken = file.Outcomes.Where(outcome => !outcome.IsTaken).ToLookup(outcome => outcome.Line);
        return [.. Enumerable.Range(1, SourceLines.Of(file.Source).Count).Select(Mark)];

        MarkedLine Mark(int number)
        {
            if (!lines.TryGetValue(number, out var line))
                return new MarkedLine(number, excluded.Contains(number) ? LineState.Excluded : LineState.Plain);
            if (line.Hits == 0)
                return new MarkedLine(number, LineState.Missing);
            return new MarkedLine(number, untaken.Contains(number) ? LineState.Partial : LineState.Run)
            {
                Hits = line.Hits,
                Reasons = [.. untaken[number].Select(MissingText.Reason).Distinct()],
                Contexts = line.Contexts,
            };
        }
    }
}
