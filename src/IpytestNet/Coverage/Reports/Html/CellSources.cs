using System.Globalization;
using System.Text;
using IpytestNet.Coverage.Results;
using IpytestNet.Reports.Html;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>The sources of cells and files in the output of a notebook, without a script.</summary>
internal static class CellSources
{
    // With more, opening all would hide what they have in common.
    private const int MaxOpened = 4;

    private const int MaxLines = 2000;

    /// <summary>Makes the fragment.</summary>
    public static string Html(CoverageData data)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"ipytest-coverage\"><style>{PageResource.Read("cells.css")}</style>");
        var files = data.Files.OrderBy(file => file.Name, HumanOrder.Comparer).ToList();
        var lacking = files.Where(file => file.Numbers.Percent < 100).ToList();
        foreach (var file in files)
            Append(html, file, isOpen: lacking.Count <= MaxOpened && lacking.Contains(file));
        foreach (var warning in data.Warnings)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"about\">{MarkupText.Encode(warning)}</p>");
        return html.Append("</div>").ToString();
    }

    /// <summary>The same as text: names, percentages and what is missing.</summary>
    public static string Text(CoverageData data) => string.Join('\n', CoverageTable.Lines(data, new CoverageTableOptions { ShowMissing = true }).Concat(data.Warnings));

    private static void Append(StringBuilder html, FileCoverage file, bool isOpen)
    {
        var numbers = file.Numbers;
        html.Append(CultureInfo.InvariantCulture, $"<details{(isOpen ? " open" : "")}><summary><b>{MarkupText.Encode(file.Name)}</b> <span class=\"{CoverageMarkup.Level(numbers)}\">{CoverageMarkup.Percent(numbers, 0)}</span>");
        var missing = MissingText.Of(file);
        if (missing.Length > 0)
            html.Append(CultureInfo.InvariantCulture, $" <span class=\"about\">{MarkupText.Encode(missing)}</span>");
        if (file.Note is { } note)
            html.Append(CultureInfo.InvariantCulture, $" <span class=\"about\">{MarkupText.Encode(note)}</span>");
        html.Append("</summary>");
        html.Append(file.Source.Count(character => character is '\n') > MaxLines
            ? $"<p class=\"about\">The source has more than {MaxLines:N0} lines; --cov-report=html shows it.</p>"
            : $"<div class=\"source\"><table>{SourceMarkup.Rows(file, hasLinks: false)}</table></div>");
        html.Append("</details>");
    }
}
