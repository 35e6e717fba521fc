using IpytestNet.Coverage.Settings;

namespace IpytestNet.Tool.Coverage;

/// <summary>The data that a report is made of.</summary>
/// <param name="File">The path of the data file; null for the configured one.</param>
internal sealed record DataChoice(string? File)
{
    /// <summary>Patterns of all that is reported; empty for everything.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Patterns of what is left out.</summary>
    public IReadOnlyList<string> Omit { get; init; } = [];

    /// <summary>The least total coverage in percent; null for any.</summary>
    public double? FailUnder { get; init; }

    /// <summary>The digits after the decimal point of percentages; null for those that are configured.</summary>
    public int? Precision { get; init; }

    /// <summary>The configuration file; null for the one that is found.</summary>
    public string? Config { get; init; }

    /// <summary>A configuration with what was given in its place.</summary>
    public CoverageSettings Over(CoverageSettings configured) => configured with
    {
        DataFile = File ?? configured.DataFile,
        ReportInclude = Include is [] ? configured.ReportInclude : Include,
        ReportOmit = Omit is [] ? configured.ReportOmit : Omit,
        FailUnder = FailUnder ?? configured.FailUnder,
        Precision = Precision ?? configured.Precision,
    };
}
