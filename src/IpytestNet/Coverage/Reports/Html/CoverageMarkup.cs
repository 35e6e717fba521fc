using System.Globalization;
using IpytestNet.Coverage.Results;
using IpytestNet.Reporting;
using IpytestNet.Reports.Html;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>What the pages have in common.</summary>
internal static class CoverageMarkup
{
    /// <summary>The page around a content.</summary>
    public static string Page(string title, string content) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{MarkupText.Encode(title)}</title>
        <link rel="stylesheet" href="style.css">
        </head>
        <body>
        {content}
        <script src="script.js"></script>
        </body>
        </html>

        """;

    /// <summary>A percentage with its sign.</summary>
    public static string Percent(CoverageNumbers numbers, int precision) => Percentage.Text(numbers.Percent, precision) + "%";

    /// <summary>A bar that is filled as far as a percentage says.</summary>
    public static string Bar(CoverageNumbers numbers) => string.Create(
        CultureInfo.InvariantCulture,
        $"<span class=\"bar {Level(numbers)}\" aria-hidden=\"true\"><span style=\"width:{numbers.Percent:F1}%\"></span></span>");

    /// <summary>How good a percentage is, as a class.</summary>
    public static string Level(CoverageNumbers numbers) => numbers.Percent switch
    {
        >= 100 => "all",
        >= 75 => "most",
        >= 50 => "half",
        _ => "few",
    };

    /// <summary>The line about when and on what the report was made.</summary>
    public static string Facts(CoverageHtmlOptions options) => string.Create(
        CultureInfo.InvariantCulture, $"{options.Time:yyyy-MM-dd HH:mm} · {MarkupText.Encode(PlatformLine.Current)}");

    /// <summary>A count with its word.</summary>
    public static string Counted(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
