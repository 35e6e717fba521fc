namespace IpytestNet.Coverage.Reports.Html;

/// <summary>What the pages say of themselves.</summary>
internal sealed record CoverageHtmlOptions
{
    /// <summary>What stands at the top of the pages.</summary>
    /// <value>Default <c>Coverage report</c>.</value>
    public string Title { get; init; } = "Coverage report";

    /// <summary>When they were made.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The digits behind the decimal point of percentages.</summary>
    /// <value>Default 0.</value>
    public int Precision { get; init; }
}
