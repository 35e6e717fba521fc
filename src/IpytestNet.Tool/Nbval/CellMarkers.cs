using System.Text.RegularExpressions;
using IpytestNet.Kernel.Documents;

namespace IpytestNet.Tool.Nbval;

/// <summary>What a cell says of its check, by comments such as <c>// NBVAL_SKIP</c> and by tags such as <c>nbval-skip</c>.</summary>
internal sealed partial record CellMarkers
{
    /// <summary>Whether its outputs are compared; null if it does not say.</summary>
    public bool? Checks { get; init; }

    /// <summary>Whether it must throw, or have a failing test run.</summary>
    public bool Raises { get; init; }

    /// <summary>What says that it does not run, or null.</summary>
    public string? SkippedBy { get; init; }

    /// <summary>The name that it has in place of its number, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Markers that contradict each other.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Reads the markers of a cell. A comment counts more than a tag, and a later one more than an earlier one, as in nbval.</summary>
    public static CellMarkers Of(NotebookCell cell)
    {
        var byTag = cell.Tags.Aggregate(new CellMarkers(), (markers, tag) => markers.With(tag.ToUpperInvariant().Replace('-', '_'), tag));
        var byComment = new CellMarkers();
        foreach (Match comment in Comment().Matches(cell.Source))
            byComment = byComment.With(comment.Groups["marker"].Value, comment.Value.Trim(), comment.Groups["value"].Value.Trim());
        string[] contradiction = byComment.Checks is { } check && byTag.Checks == !check
            ? ["a comment and a tag contradict each other on the output; the comment counts"]
            : [];
        return new CellMarkers
        {
            Checks = byComment.Checks ?? byTag.Checks,
            Raises = byComment.Raises || byTag.Raises,
            SkippedBy = byComment.SkippedBy ?? byTag.SkippedBy,
            Name = byComment.Name,
            Warnings = [.. byTag.Warnings, .. byComment.Warnings, .. contradiction],
        };
    }

    private CellMarkers With(string marker, string written, string value = "") => marker switch
    {
        "NBVAL_IGNORE_OUTPUT" or "PYTEST_VALIDATE_IGNORE_OUTPUT" => Checking(false, written),
        "NBVAL_CHECK_OUTPUT" => Checking(true, written),
        "NBVAL_RAISES_EXCEPTION" or "RAISES_EXCEPTION" => this with { Raises = true },
        "NBVAL_SKIP" or "SKIP_EXECUTION" => this with { SkippedBy = written },
        "NBVAL_TEST_NAME" when value.Length > 0 => this with { Name = value },
        _ => this,
    };

    private CellMarkers Checking(bool checks, string written) => this with
    {
        Checks = checks,
        Warnings = Checks == !checks ? [.. Warnings, $"markers contradict each other on the output; the last one counts: {written}"] : Warnings,
    };

    [GeneratedRegex(@"^[ \t]*(?://|#)[/# \t]*(?<marker>(?:NBVAL|PYTEST_VALIDATE)_[A-Z_]+)[ \t]*(?::(?<value>.*))?\r?$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
