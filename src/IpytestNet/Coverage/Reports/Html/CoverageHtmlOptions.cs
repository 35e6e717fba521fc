namespace IpytestNet.Coverage.Reports.Html;

/// <summary>How the pages of a coverage report look.</summary>
internal sealed record CoverageHtmlOptions
{
    /// <summary>The heading of the index.</summary>
    /// <value>Default <c>Coverage report</c>.</value>
    public string Title { get; init; } = "Coverage report";

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The digits after the decimal point of percentages.</summary>
    /// <value>Default 0.</value>
    public int Precision { get; init; }
}
