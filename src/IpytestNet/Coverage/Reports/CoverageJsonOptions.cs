namespace IpytestNet.Coverage.Reports;

/// <summary>What the JSON report says of itself, and how.</summary>
internal sealed record CoverageJsonOptions
{
    /// <summary>The version of ipytest.</summary>
    public required string Version { get; init; }

    /// <summary>When it is made, in local time.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The digits after the decimal point of percentages that are shown.</summary>
    /// <value>Default 0.</value>
    public int Precision { get; init; }

    /// <summary>Whether it is indented.</summary>
    /// <value>Default false.</value>
    public bool PrettyPrint { get; init; }
}
