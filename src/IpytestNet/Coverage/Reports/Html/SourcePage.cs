using System.Globalization;
using System.Text;
using IpytestNet.Coverage.Results;
using IpytestNet.Reports.Html;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>The page of a cell or file.</summary>
internal static class SourcePage
{
    /// <summary>Makes the page.</summary>
    public static string Of(FileCoverage file, CoveragePage? previous, CoveragePage? next, CoverageData data, CoverageHtmlOptions options)
    {
        var html = new StringBuilder();
        var numbers = file.Numbers;
        html.Append(CultureInfo.InvariantCulture, $"""
            <header>
            <nav>{Link(previous, "‹ ", "", "prev")}<a href="index.html" rel="up">{MarkupText.Encode(options.Title)}</a>{Link(next, "", " ›", "next")}</nav>
            <div class="headline"><h1>{MarkupText.Encode(file.Name)}</h1><button type="button" id="theme" title="Light or dark" hidden>Dark</button></div>
            <p class="total"><b class="{CoverageMarkup.Level(numbers)}">{CoverageMarkup.Percent(numbers, options.Precision)}</b> {CoverageMarkup.Bar(numbers)}</p>
            {(file.Note is { } note ? $"<p class=\"about\">{MarkupText.Encode(note)}</p>" : "")}
            </header>
            <div class="tools" hidden>
            <div class="chips" role="group" aria-label="Lines">
            {Chip("run", file.ExecutedLines.Count(), "run")}{Chip("missing", numbers.MissingStatements, "missed")}{(data.HasBranches ? Chip("partial", PartialLines(file), "partial") : "")}{Chip("excluded", numbers.ExcludedStatements, "excluded")}
            </div>
            <span class="keys"><kbd>j</kbd> <kbd>k</kbd> next and previous line that lacks something</span>
            </div>

            """);
        html.Append(Functions(file, options.Precision));
        html.Append("<div class=\"source\"><table>\n").Append(SourceMarkup.Rows(file, hasLinks: true)).Append("</table></div>\n");
        html.Append(CultureInfo.InvariantCulture, $"<footer class=\"facts\">{CoverageMarkup.Facts(options)}</footer>\n");
        return CoverageMarkup.Page($"{file.Name}: {CoverageMarkup.Percent(numbers, options.Precision)}", html.ToString());
    }

    private static int PartialLines(FileCoverage file)
    {
        var ran = file.ExecutedLines.ToHashSet();
        return file.Outcomes.Where(outcome => !outcome.IsTaken && ran.Contains(outcome.Line)).Select(outcome => outcome.Line).Distinct().Count();
    }

    private static string Link(CoveragePage? page, string before, string after, string relation) =>
        page is null ? "<span></span>" : $"<a href=\"{page.Address}\" rel=\"{relation}\">{before}{MarkupText.Encode(page.File.Name)}{after}</a>";

    private static string Chip(string state, int count, string word) => string.Create(
        CultureInfo.InvariantCulture, $"<button type=\"button\" class=\"chip chip-{state}\" data-state=\"{state}\" aria-pressed=\"{(state is "run" ? "false" : "true")}\"><b>{count:N0}</b> {word}</button>");

    private static string Functions(FileCoverage file, int precision)
    {
        var functions = RegionCoverage.Of(file, types: false).Where(region => region.Name.Length > 0 && region.Part.Lines.Count > 0).ToList();
        if (functions.Count < 2)
            return "";
        var rows = functions.Select(function => $"<tr><td class=\"name\"><a href=\"#L{function.FirstLine}\">{MarkupText.Encode(function.Name)}</a></td><td class=\"number cover\">{CoverageMarkup.Bar(function.Part.Numbers)}<span>{CoverageMarkup.Percent(function.Part.Numbers, precision)}</span></td></tr>");
        return $"<details class=\"functions\"><summary>{CoverageMarkup.Counted(functions.Count, "function", "functions")}</summary><table>{string.Concat(rows)}</table></details>\n";
    }
}
