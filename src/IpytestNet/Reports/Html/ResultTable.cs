using System.Globalization;
using System.Text;

namespace IpytestNet.Reports.Html;

/// <summary>A run as a compact table for the output of a cell. It has no script, and takes its colours from the notebook around it.</summary>
internal static class ResultTable
{
    private const int MaxTextLength = 8 * 1024;
    private const int MaxRows = 200;

    // More that is well would push what is not out of sight.
    private const int MaxPassedInView = 20;

    /// <summary>Makes the fragment.</summary>
    public static string Of(RunRecord record)
    {
        var results = record.Results.ToList();
        var passed = results.Where(result => result.Word is "passed").ToList();
        var inView = passed.Count <= MaxPassedInView ? results : [.. results.Where(result => result.Word is not "passed")];
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"ipytest-result\">\n<style>\n{PageResource.Read("table.css")}</style>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"counts\">{Counts(results)}<span class=\"in\">in {record.Duration.TotalSeconds:F2} s</span></p>\n");
        AppendTable(html, inView);
        if (inView.Count < results.Count)
        {
            html.Append(CultureInfo.InvariantCulture, $"<details class=\"passed\"><summary>{passed.Count:N0} passed</summary>\n");
            AppendTable(html, passed);
            html.Append("</details>\n");
        }

        foreach (var warning in record.Runs.SelectMany(run => run.Warnings))
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"warning\">{MarkupText.Encode(warning.Text)}</p>\n");
        if (record.Runs is [.., { End: { ExitCode: ExitCode.Interrupted } end }])
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"warning\">Interrupted{MarkupText.Encode(end.Interrupted is { } test ? $" while running {test.NodeId}" : "")}</p>\n");
        return html.Append("</div>").ToString();
    }

    private static string Counts(List<TestResult> results) => results is []
        ? "<span>no tests ran</span>"
        : string.Concat(OutcomeCounts.Of(results).Select(count => $"<span class=\"badge badge-{count.Word}\">{count.Count:N0} {count.Word}</span>"));

    private static void AppendTable(StringBuilder html, List<TestResult> results)
    {
        if (results is [])
            return;
        html.Append("<table><tbody>\n");
        foreach (var result in results.Take(MaxRows))
            AppendRow(html, result);
        html.Append("</tbody></table>\n");
        if (results.Count > MaxRows)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"warning\">... {results.Count - MaxRows:N0} more; --html=PATH writes them all</p>\n");
    }

    private static void AppendRow(StringBuilder html, TestResult result)
    {
        var details = result.Word is "passed" ? "" : TestMarkup.Details(result, MaxTextLength);
        var why = TestMarkup.Why(result) is { Length: > 0 } line ? $"<span class=\"why\">{line}</span>" : "";
        var title = $"<span class=\"name\">{MarkupText.Encode(TestMarkup.Name(result))}</span>{why}";
        var cell = details.Length > 0 ? $"<details><summary>{title}</summary>{details}</details>" : title;
        html.Append(CultureInfo.InvariantCulture, $"<tr><td>{TestMarkup.Badge(result.Word)}</td><td>{cell}</td><td class=\"place\">{MarkupText.Encode(result.Definition)}</td><td class=\"time\">{TestMarkup.Time(result.Duration)}</td></tr>\n");
    }
}
