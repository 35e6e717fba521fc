namespace IpytestNet.Coverage.Results;

/// <summary>An executable line.</summary>
/// <param name="Number">Its 1-based number.</param>
/// <param name="Hits">How often it began to run; 0 if never. Under several threads some may be lost, but never all.</param>
internal sealed record LineCoverage(int Number, long Hits)
{
    /// <summary>The contexts in which it ran: node ids of tests as <c>Example.ipynb::TestAdd|run</c>, and <c>""</c> for the cell's own run; empty without contexts.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];
}
