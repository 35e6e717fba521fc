using System.Globalization;
using System.Text;
using IpytestNet.Coverage.Results;
using IpytestNet.Reports.Html;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>The sources of cells and files with what ran of them, for the output of a cell.</summary>
internal static class CellSources
{
    // More that is open would push the rest out of sight.
    private const int MaxOpened = 3;

    /// <summary>Makes a fragment without script; it takes its colours from the notebook around it.</summary>
    public static string Html(CoverageData data)
    {
        var files = Sorted(data);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"ipytest-coverage\">\n<style>\n{PageResource.Read("coverage-cells.css")}</style>\n");
        if (files is [])
            html.Append("<p>No coverage was measured.</p>\n");
        foreach (var file in files)
            AppendFile(html, file, isOpen: files.Count <= MaxOpened);
        foreach (var warning in data.Warnings)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"warning\">{MarkupText.Encode(warning)}</p>\n");
        return html.Append("</div>").ToString();
    }

    /// <summary>Says the same in a line for each cell or file: name, percent, what is missing.</summary>
    public static string Text(CoverageData data)
    {
        var files = Sorted(data);
        if (files is [])
            return "No coverage was measured.";
        var width = files.Max(file => file.Name.Length);
        var lines = files.Select(file => $"{file.Name.PadRight(width)}  {CoverageMarkup.Percent(file.Numbers, 0),4}  {Missing(file)}".TrimEnd());
        return string.Join('\n', lines.Concat(data.Warnings));
    }

    private static List<FileCoverage> Sorted(CoverageData data) => [.. data.Files.OrderBy(file => file.Name, HumanOrder.Comparer)];

    private static string Missing(FileCoverage file)
    {
        var missing = MissingText.Of(file);
        return string.Join("; ", new[] { missing.Length > 0 ? $"missing {missing}" : "", file.Note ?? "" }.Where(part => part.Length > 0));
    }

    private static void AppendFile(StringBuilder html, FileCoverage file, bool isOpen)
    {
        var numbers = file.Numbers;
        html.Append(CultureInfo.InvariantCulture, $"<details{(isOpen ? " open" : "")}><summary><span class=\"name\">{MarkupText.Encode(file.Name)}</span> <span class=\"percent\">{CoverageMarkup.Percent(numbers, 0)}</span> {CoverageMarkup.Bar(numbers.Percent)} <span class=\"missed\">{MarkupText.Encode(Missing(file))}</span></summary>\n<div class=\"source\">\n");
        var source = new SourceMarkup(file.Name, file.Source);
        foreach (var line in MarkedLine.Of(file))
            AppendLine(html, line, source.Line(line.Number));
        html.Append("</div></details>\n");
    }

    private static void AppendLine(StringBuilder html, MarkedLine line, string source)
    {
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"line {CoverageMarkup.Word(line.State)}\"><span class=\"number\">{line.Number}</span>{CoverageMarkup.Sign(line)}<code>{source}</code>{CoverageMarkup.Reasons(line)}</div>\n");
    }
}
