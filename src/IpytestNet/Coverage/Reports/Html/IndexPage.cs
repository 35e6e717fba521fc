using System.Globalization;
using System.Text;
using IpytestNet.Coverage.Results;
using IpytestNet.Reports.Html;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>The page with the numbers of all cells and files.</summary>
internal static class IndexPage
{
    /// <summary>Makes the page.</summary>
    /// <param name="pages">The cells and files with the names of their pages.</param>
    /// <param name="data">What was measured.</param>
    /// <param name="options">How it looks.</param>
    public static string Of(IReadOnlyList<(FileCoverage File, string Name)> pages, CoverageData data, CoverageHtmlOptions options)
    {
        var totals = data.Totals;
        var html = new StringBuilder();
        html.Append("<header>\n").Append(HtmlFrame.Headline(options.Title));
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"facts\">{options.Time:yyyy-MM-dd HH:mm:ss} · {CoverageMarkup.Count(pages.Count, "cell or file", "cells and files")}</p>\n");
        AppendTotals(html, totals, data.HasBranches, options.Precision);
        html.Append("</header>\n");
        AppendWarnings(html, data);
        html.Append("""
            <div class="tools" hidden>
            <input type="search" id="filter" placeholder="Filter by name" aria-label="Filter cells and files">
            <button type="button" id="uncovered" class="chip" aria-pressed="false">Hide fully covered</button>
            <span id="shown" role="status"></span>
            </div>

            """);
        AppendTable(html, pages, totals, data.HasBranches, options.Precision);
        return HtmlFrame.Of($"{options.Title}: {CoverageMarkup.Percent(totals, options.Precision)}", "index", html.ToString());
    }

    private static void AppendTotals(StringBuilder html, CoverageNumbers totals, bool hasBranches, int precision)
    {
        var covered = totals.Statements - totals.MissingStatements;
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"totals\"><p class=\"total\"><b>{CoverageMarkup.Percent(totals, precision)}</b> covered</p>\n{CoverageMarkup.Bar(totals.Percent)}\n<ul>");
        html.Append(CultureInfo.InvariantCulture, $"<li><b>{covered:N0}</b> of {CoverageMarkup.Count(totals.Statements, "line")} ran");
        if (hasBranches)
            html.Append(CultureInfo.InvariantCulture, $"</li><li><b>{totals.Outcomes - totals.MissingOutcomes:N0}</b> of {CoverageMarkup.Count(totals.Outcomes, "outcome")} of branches came about");
        html.Append(CultureInfo.InvariantCulture, $"</li><li><b>{totals.ExcludedStatements:N0}</b> excluded</li></ul></div>\n");
    }

    private static void AppendWarnings(StringBuilder html, CoverageData data)
    {
        if (data.Warnings is [])
            return;
        html.Append(CultureInfo.InvariantCulture, $"<section class=\"warnings\"><h2>{CoverageMarkup.Count(data.Warnings.Count, "warning")}</h2><ul>");
        foreach (var warning in data.Warnings)
            html.Append(CultureInfo.InvariantCulture, $"<li>{MarkupText.Encode(warning)}</li>");
        html.Append("</ul></section>\n");
    }

    private static void AppendTable(StringBuilder html, IReadOnlyList<(FileCoverage File, string Name)> pages, CoverageNumbers totals, bool hasBranches, int precision)
    {
        var branches = hasBranches ? "<th scope=\"col\" class=\"more\" data-sort=\"branches\">Branches</th><th scope=\"col\" data-sort=\"partial\">Partial</th>" : "";
        html.Append(CultureInfo.InvariantCulture, $"""
            <table id="files" data-precision="{precision}">
            <thead><tr><th scope="col" class="name" data-sort="name">Name</th><th scope="col" data-sort="lines">Lines</th><th scope="col" data-sort="missing">Missing</th><th scope="col" class="more" data-sort="excluded">Excluded</th>{branches}<th scope="col" class="cover" data-sort="cover">Coverage</th></tr></thead>
            <tbody>

            """);
        foreach (var (file, name) in pages)
        {
            var numbers = file.Numbers;
            var note = file.Note is null ? "" : $"<span class=\"remark\">{MarkupText.Encode(file.Note)}</span>";
            html.Append(CultureInfo.InvariantCulture, $"<tr{(CoverageMarkup.IsFull(numbers) ? " class=\"full\"" : "")} data-missing-outcomes=\"{numbers.MissingOutcomes}\"><td class=\"name\"><a href=\"{Uri.EscapeDataString(name)}\">{MarkupText.Encode(file.Name)}</a>{note}</td>");
            AppendNumbers(html, numbers, hasBranches, precision);
            html.Append("</tr>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"</tbody>\n<tbody id=\"none\"{(pages.Count == 0 ? "" : " hidden")}><tr><td colspan=\"{(hasBranches ? 7 : 5)}\">{(pages.Count == 0 ? "Nothing was measured." : "No cell or file matches.")}</td></tr></tbody>\n");
        html.Append("<tfoot><tr><th scope=\"row\" class=\"name\">Total</th>");
        AppendNumbers(html, totals, hasBranches, precision);
        html.Append("</tr></tfoot>\n</table>\n");
    }

    private static void AppendNumbers(StringBuilder html, CoverageNumbers numbers, bool hasBranches, int precision)
    {
        Append("lines", numbers.Statements);
        Append("missing", numbers.MissingStatements);
        Append("excluded", numbers.ExcludedStatements);
        if (hasBranches)
        {
            Append("branches", numbers.Outcomes);
            Append("partial", numbers.PartialOutcomes);
        }

        html.Append(CultureInfo.InvariantCulture, $"<td class=\"cover\" data-value=\"{numbers.Percent:0.####}\">{CoverageMarkup.Bar(numbers.Percent)}<span class=\"percent\">{CoverageMarkup.Percent(numbers, precision)}</span></td>");

        void Append(string column, int value) =>
            html.Append(CultureInfo.InvariantCulture, $"<td class=\"number{(value == 0 ? " zero" : "")}{(column is "excluded" or "branches" ? " more" : "")}\" data-column=\"{column}\" data-value=\"{value}\">{value:N0}</td>");
    }
}
