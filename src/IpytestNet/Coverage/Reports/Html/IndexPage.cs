using System.Globalization;
using System.Text;
using IpytestNet.Coverage.Results;
using IpytestNet.Reports.Html;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>The first page: all cells and files with their numbers.</summary>
internal static class IndexPage
{
    /// <summary>Makes the page.</summary>
    public static string Of(IReadOnlyList<CoveragePage> pages, CoverageData data, CoverageHtmlOptions options)
    {
        var html = new StringBuilder();
        var totals = data.Totals;
        html.Append(CultureInfo.InvariantCulture, $"""
            <header>
            <div class="headline"><h1>{MarkupText.Encode(options.Title)}</h1><button type="button" id="theme" title="Light or dark" hidden>Dark</button></div>
            <p class="total"><b class="{CoverageMarkup.Level(totals)}">{CoverageMarkup.Percent(totals, options.Precision)}</b> {CoverageMarkup.Bar(totals)}</p>
            <p class="facts">{Summary(totals, data.HasBranches)} · {CoverageMarkup.Facts(options)}</p>
            </header>
            <div class="tools" hidden>
            <input type="search" id="filter" placeholder="Filter by name" aria-label="Filter cells and files">
            <label><input type="checkbox" id="hide"> Hide what is fully covered</label>
            <span id="shown" role="status"></span>
            </div>
            <table id="files">
            <thead><tr>{Head("name", "Name", isNumber: false)}{Head("statements", "Lines")}{Head("missing", "Missed")}{Head("excluded", "Excluded")}{(data.HasBranches ? Head("branches", "Branches") + Head("partial", "Partial") : "")}{Head("cover", "Coverage")}</tr></thead>
            <tbody>

            """);
        foreach (var page in pages)
            html.Append(Row(page, data.HasBranches, options.Precision));
        html.Append(CultureInfo.InvariantCulture, $"</tbody>\n<tfoot><tr><td class=\"name\">Total</td>{Cells(totals, data.HasBranches, options.Precision)}</tr></tfoot>\n</table>\n<p id=\"none\" hidden>Nothing matches.</p>\n");
        if (data.Warnings.Count > 0)
            html.Append(CultureInfo.InvariantCulture, $"<section class=\"warnings\"><h2>{CoverageMarkup.Counted(data.Warnings.Count, "warning", "warnings")}</h2><ul>{string.Concat(data.Warnings.Select(warning => $"<li>{MarkupText.Encode(warning)}</li>"))}</ul></section>\n");
        return CoverageMarkup.Page($"{options.Title}: {CoverageMarkup.Percent(totals, options.Precision)}", html.ToString());
    }

    private static string Summary(CoverageNumbers numbers, bool hasBranches)
    {
        var lines = $"{numbers.Statements - numbers.MissingStatements:N0} of {CoverageMarkup.Counted(numbers.Statements, "line", "lines")}";
        return hasBranches ? $"{lines}, {numbers.Outcomes - numbers.MissingOutcomes:N0} of {CoverageMarkup.Counted(numbers.Outcomes, "branch", "branches")}" : lines;
    }

    private static string Head(string key, string title, bool isNumber = true) =>
        $"<th scope=\"col\" data-sort=\"{key}\"{(isNumber ? " class=\"number\"" : "")}>{title}</th>";

    private static string Row(CoveragePage page, bool hasBranches, int precision)
    {
        var note = page.File.Note is { } text ? $"<span class=\"about\">{MarkupText.Encode(text)}</span>" : "";
        return $"<tr><td class=\"name\"><a href=\"{page.Address}\">{MarkupText.Encode(page.File.Name)}</a>{note}</td>{Cells(page.File.Numbers, hasBranches, precision)}</tr>\n";
    }

    private static string Cells(CoverageNumbers numbers, bool hasBranches, int precision)
    {
        var branches = hasBranches
            ? string.Create(CultureInfo.InvariantCulture, $"<td class=\"number\" data-value=\"{numbers.Outcomes}\">{numbers.Outcomes:N0}</td><td class=\"number\" data-value=\"{numbers.PartialOutcomes}\">{numbers.PartialOutcomes:N0}</td>")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <td class="number" data-value="{numbers.Statements}">{numbers.Statements:N0}</td><td class="number" data-value="{numbers.MissingStatements}">{numbers.MissingStatements:N0}</td><td class="number" data-value="{numbers.ExcludedStatements}">{numbers.ExcludedStatements:N0}</td>{branches}<td class="number cover" data-value="{numbers.Percent:F6}">{CoverageMarkup.Bar(numbers)}<span>{CoverageMarkup.Percent(numbers, precision)}</span></td>
            """);
    }
}
