using System.Globalization;
using IpytestNet.Coverage.Results;
using IpytestNet.Reports.Html;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>What pages and fragments of coverage have in common.</summary>
internal static class CoverageMarkup
{
    /// <summary>The percentage of numbers with its sign.</summary>
    public static string Percent(CoverageNumbers numbers, int precision) => $"{Percentage.Text(numbers.Percent, precision)}%";

    /// <summary>A small bar as wide as what is covered; the number beside it says the same.</summary>
    public static string Bar(double percent) => string.Create(
        CultureInfo.InvariantCulture,
        $"<span class=\"meter\" aria-hidden=\"true\"><span style=\"width:{percent:0.##}%\"></span></span>");

    /// <summary>Whether nothing is missing; outcomes of missing lines need no words of their own.</summary>
    public static bool IsFull(CoverageNumbers numbers) => numbers is { MissingStatements: 0, PartialOutcomes: 0 };

    /// <summary>The word for a state, which is its class too.</summary>
    public static string Word(LineState state) => state switch
    {
        LineState.Run => "run",
        LineState.Partial => "partial",
        LineState.Missing => "missing",
        LineState.Excluded => "excluded",
        _ => "still",
    };

    /// <summary>The gutter of a line: a sign that needs no colour.</summary>
    public static string Sign(MarkedLine line)
    {
        var title = line.State switch
        {
            LineState.Plain => "",
            LineState.Missing => "did not run",
            LineState.Excluded => "excluded",
            LineState.Partial => $"ran {Times(line.Hits)}; {string.Join("; ", line.Reasons)}",
            _ => $"ran {Times(line.Hits)}",
        };
        return title.Length == 0
            ? "<span class=\"sign\"></span>"
            : $"<span class=\"sign\" role=\"img\" title=\"{MarkupText.Encode(title)}\" aria-label=\"{MarkupText.Encode(title)}\">{Character(line.State)}</span>";
    }

    /// <summary>What never comes about on a line, in words beside it; nothing if all does.</summary>
    public static string Reasons(MarkedLine line) => line.Reasons is []
        ? ""
        : $"<span class=\"reasons\">{string.Concat(line.Reasons.Select(reason => $"<span>{MarkupText.Encode(reason)}</span>"))}</span>";

    /// <summary>A count with its noun.</summary>
    public static string Count(int count, string noun, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? noun : plural ?? noun + "s")}");

    /// <summary>The sign of a state.</summary>
    public static string Character(LineState state) => state switch
    {
        LineState.Run => "✓",
        LineState.Partial => "◐",
        LineState.Missing => "✗",
        LineState.Excluded => "–",
        _ => "",
    };

    private static string Times(long hits) => hits == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{hits:N0} times");
}
