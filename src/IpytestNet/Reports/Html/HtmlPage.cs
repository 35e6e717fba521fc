using System.Globalization;
using System.Text;
using IpytestNet.Execution;
using IpytestNet.Reporting;

namespace IpytestNet.Reports.Html;

/// <summary>Runs as one page with its own style and script. Without the script it is a plain table.</summary>
internal static class HtmlPage
{
    private const int MaxTextLength = 64 * 1024;

    // With more, opening all would hide what they have in common.
    private const int MaxOpened = 5;

    /// <summary>Makes the page.</summary>
    public static string Of(RunRecord record)
    {
        var results = record.Results.ToList();
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{MarkupText.Encode(OutcomeCounts.Text(results))} - ipytest</title>
            <style>
            {PageResource.Read("page.css")}</style>
            </head>
            <body>

            """);
        AppendHeader(html, record, results);
        AppendTools(html, results);
        AppendTable(html, results);
        AppendWarnings(html, record);
        html.Append(CultureInfo.InvariantCulture, $"<script>\n{PageResource.Read("page.js")}</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void AppendHeader(StringBuilder html, RunRecord record, List<TestResult> results)
    {
        var modules = record.Runs.Select(run => run.Module).Distinct(StringComparer.Ordinal).ToList();
        var title = modules switch
        {
            [] => "No runs",
            [var only] => only,
            _ => $"{modules.Count} notebooks",
        };
        html.Append(CultureInfo.InvariantCulture, $"""
            <header>
            <div class="headline"><h1>{MarkupText.Encode(title)}</h1><button type="button" id="theme" title="Light or dark" hidden>Dark</button></div>
            <p class="facts">{record.Start:yyyy-MM-dd HH:mm:ss} · {TestMarkup.Time(record.Duration)} · {MarkupText.Encode(PlatformLine.Current)}</p>

            """);
        foreach (var note in record.Runs.Select(run => run.End).OfType<RunMessage.Finished>().Select(Note).OfType<string>())
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{MarkupText.Encode(note)}</p>\n");
        AppendBar(html, results);
        html.Append("</header>\n");
    }

    private static string? Note(RunMessage.Finished end) => end switch
    {
        { Interrupted: { } test } => $"Interrupted while running {test.NodeId}",
        { ExitCode: ExitCode.Interrupted } => "Interrupted",
        { Stopped: { } reason } => reason,
        _ => null,
    };

    private static void AppendBar(StringBuilder html, List<TestResult> results)
    {
        html.Append("<div class=\"bar\" aria-hidden=\"true\">");
        foreach (var (word, count) in OutcomeCounts.Of(results))
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"fill-{word}\" style=\"flex-grow:{count}\"></span>");
        html.Append("</div>\n");
    }

    private static void AppendTools(StringBuilder html, List<TestResult> results)
    {
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"tools\" hidden>\n<div class=\"chips\" role=\"group\" aria-label=\"Outcomes\">");
        foreach (var (word, count) in OutcomeCounts.Of(results))
            html.Append(CultureInfo.InvariantCulture, $"<button type=\"button\" class=\"chip chip-{word}\" data-outcome=\"{word}\" aria-pressed=\"false\"><b>{count:N0}</b> {word}</button>");
        html.Append("""
            </div>
            <input type="search" id="filter" placeholder="Filter by name, message or output" aria-label="Filter tests">
            <button type="button" id="open-all">Open all</button><button type="button" id="close-all">Close all</button>
            <span id="shown" role="status"></span>
            </div>

            """);
    }

    private static void AppendTable(StringBuilder html, List<TestResult> results)
    {
        var hasOneModule = results.Select(result => result.Test.Module).Distinct(StringComparer.Ordinal).Count() <= 1;
        html.Append(CultureInfo.InvariantCulture, $"""
            <table id="tests"{(hasOneModule ? " class=\"one-module\"" : "")}>
            <thead><tr>
            <th scope="col" class="outcome" data-sort="outcome">Outcome</th><th scope="col" class="name" data-sort="name">Test</th><th scope="col" class="place" data-sort="place">Defined</th><th scope="col" class="time" data-sort="time">Time</th>
            </tr></thead>

            """);
        var opens = results.Count(result => result.Failures.Any()) <= MaxOpened;
        foreach (var result in results)
            AppendTest(html, result, opens && result.Failures.Any());
        html.Append(CultureInfo.InvariantCulture, $"<tbody id=\"none\"{(results is [] ? "" : " hidden")}><tr><td colspan=\"4\">{(results is [] ? "No tests ran." : "No test matches.")}</td></tr></tbody>\n</table>\n");
    }

    private static void AppendTest(StringBuilder html, TestResult result, bool isOpen)
    {
        var details = TestMarkup.Details(result, MaxTextLength);
        var name = MarkupText.Encode(TestMarkup.Name(result));
        var why = TestMarkup.Why(result);
        var title = details.Length > 0 ? $"<button type=\"button\" class=\"opener\" aria-expanded=\"{(isOpen ? "true" : "false")}\">{name}</button>" : $"<span class=\"plain\">{name}</span>";
        html.Append(CultureInfo.InvariantCulture, $"<tbody class=\"test\" data-outcome=\"{result.Word}\" data-time=\"{result.Duration.TotalSeconds:F6}\"><tr><td>{TestMarkup.Badge(result.Word)}</td>");
        html.Append(CultureInfo.InvariantCulture, $"<td class=\"name\">{title}<span class=\"module\">{MarkupText.Encode(result.Test.Module)}</span>{(why.Length > 0 ? $"<span class=\"why why-{result.Word}\">{why}</span>" : "")}</td>");
        html.Append(CultureInfo.InvariantCulture, $"<td class=\"place\">{MarkupText.Encode(result.Definition)}</td><td class=\"time\">{TestMarkup.Time(result.Duration)}</td></tr>");
        if (details.Length > 0)
            html.Append(CultureInfo.InvariantCulture, $"<tr class=\"details\"{(isOpen ? "" : " hidden")}><td colspan=\"4\">{details}</td></tr>");
        html.Append("</tbody>\n");
    }

    private static void AppendWarnings(StringBuilder html, RunRecord record)
    {
        var warnings = record.Runs.SelectMany(run => run.Warnings).Select(warning => warning.Text).ToList();
        if (warnings is [])
            return;
        html.Append(CultureInfo.InvariantCulture, $"<section class=\"warnings\"><h2>{warnings.Count} {(warnings.Count is 1 ? "warning" : "warnings")}</h2><ul>");
        foreach (var warning in warnings)
            html.Append(CultureInfo.InvariantCulture, $"<li>{MarkupText.EncodeColored(warning)}</li>");
        html.Append("</ul></section>\n");
    }
}
