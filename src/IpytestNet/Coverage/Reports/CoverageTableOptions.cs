using IpytestNet.Coverage.Settings;

namespace IpytestNet.Coverage.Reports;

/// <summary>How the table looks.</summary>
internal sealed record CoverageTableOptions
{
    /// <summary>Whether it has the missing lines and branches.</summary>
    /// <value>Default false.</value>
    public bool ShowMissing { get; init; }

    /// <summary>Whether files that are covered as a whole are left out.</summary>
    /// <value>Default false.</value>
    public bool SkipCovered { get; init; }

    /// <summary>Whether files without executable lines are left out.</summary>
    /// <value>Default false.</value>
    public bool SkipEmpty { get; init; }

    /// <summary>The digits after the decimal point of percentages.</summary>
    /// <value>Default 0.</value>
    public int Precision { get; init; }

    /// <summary>The column that it is sorted by, with <c>-</c> before it for descending.</summary>
    /// <value>Default <c>name</c>.</value>
    public string Sort { get; init; } = "name";

    /// <summary>Its form.</summary>
    /// <value>Default <see cref="CoverageTableFormat.Text"/>.</value>
    public CoverageTableFormat Format { get; init; }

    /// <summary>Takes what a configuration says.</summary>
    public static CoverageTableOptions Of(CoverageSettings settings) => new()
    {
        ShowMissing = settings.ShowMissing ?? false,
        SkipCovered = settings.SkipCovered ?? false,
        SkipEmpty = settings.SkipEmpty ?? false,
        Precision = settings.Precision ?? 0,
        Sort = settings.Sort ?? "name",
    };
}
