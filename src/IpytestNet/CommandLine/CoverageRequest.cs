namespace IpytestNet.CommandLine;

/// <summary>What the command line says of coverage, by the options of pytest-cov.</summary>
public sealed record CoverageRequest
{
    /// <summary>Whether coverage is measured (<c>--cov</c>).</summary>
    public bool IsOn { get; init; }

    /// <summary>What is measured (<c>--cov=TARGET</c>): cells, projects, namespaces or patterns of paths.</summary>
    /// <value>Default none: the notebook and its projects, or what the configuration says.</value>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Whether a <c>--cov</c> without a target was given, which takes in everything.</summary>
    internal bool IsWhole { get; init; }

    /// <summary>The reports, as <c>--cov-report</c> was given; null if it was not.</summary>
    public IReadOnlyList<string>? Reports { get; init; }

    /// <summary>The configuration file (<c>--cov-config</c>), or null.</summary>
    public string? Config { get; init; }

    /// <summary>Whether branches are measured (<c>--cov-branch</c>).</summary>
    public bool Branch { get; init; }

    /// <summary>The total in percent below which the run fails (<c>--cov-fail-under</c>), or null.</summary>
    public double? FailUnder { get; init; }

    /// <summary>The digits behind the decimal point of percentages (<c>--cov-precision</c>), or null.</summary>
    public int? Precision { get; init; }

    /// <summary>Whether what was measured before is kept (<c>--cov-append</c>).</summary>
    public bool Append { get; init; }

    /// <summary>Whether nothing is measured, whatever else says so (<c>--no-cov</c>).</summary>
    public bool IsOff { get; init; }

    /// <summary>Whether there is no report when a test has failed (<c>--no-cov-on-fail</c>).</summary>
    public bool NoneOnFail { get; init; }

    /// <summary>Whether each test is a context of its own (<c>--cov-context=test</c>).</summary>
    public bool TestContexts { get; init; }

    /// <summary>Whether anything is to be measured.</summary>
    internal bool IsWanted => IsOn && !IsOff;

    /// <summary>Whether an option of coverage follows <c>--no-cov</c>, which it then has no effect on.</summary>
    internal bool IsOverruled { get; init; }
}
