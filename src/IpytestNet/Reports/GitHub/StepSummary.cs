using System.Globalization;
using System.Net;
using System.Text;

namespace IpytestNet.Reports.GitHub;

/// <summary>Runs as Markdown, for the page of a GitHub workflow.</summary>
internal static class StepSummary
{
    // GitHub takes 1 MiB a step.
    private const int MaxFailures = 100;
    private const int MaxTextLength = 5000;

    /// <summary>Makes the text.</summary>
    public static string Of(RunRecord record)
    {
        var results = record.Results.ToList();
        var failed = results.Where(result => result.Failures.Any()).ToList();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### {(failed.Count > 0 ? "❌" : "✅")} ipytest: {OutcomeCounts.Text(results)} in {record.Duration.TotalSeconds:F2}s\n\n");
        AppendTable(text, results);
        foreach (var result in failed.Take(MaxFailures))
            AppendFailure(text, result);
        if (failed.Count > MaxFailures)
            text.Append(CultureInfo.InvariantCulture, $"... {failed.Count - MaxFailures} more\n\n");
        return text.ToString();
    }

    private static void AppendTable(StringBuilder text, List<TestResult> results)
    {
        if (results is [])
            return;
        text.Append("| | tests | outcome | time |\n|---|--:|---|--:|\n");
        foreach (var module in results.GroupBy(result => result.Test.Module, StringComparer.Ordinal))
        {
            var mark = module.Any(result => result.Failures.Any()) ? "❌" : "✅";
            var seconds = module.Sum(result => result.Duration.TotalSeconds);
            text.Append(CultureInfo.InvariantCulture, $"| {mark} {Html(module.Key)} | {module.Count()} | {OutcomeCounts.Text(module)} | {seconds:F2}s |\n");
        }

        text.Append('\n');
    }

    private static void AppendFailure(StringBuilder text, TestResult result)
    {
        foreach (var failure in result.Failures)
        {
            var place = failure.Place is { } frame ? $" ({Html($"{frame.File}:{frame.Line}")})" : "";
            var shown = failure.Text.Length > MaxTextLength ? $"{failure.Text[..MaxTextLength]}\n..." : failure.Text;
            text.Append(CultureInfo.InvariantCulture, $"<details><summary><code>{Html(result.Test.NodeId)}</code>{place}</summary>\n\n<pre>{Html(shown)}</pre>\n\n</details>\n\n");
        }
    }

    // An empty line would end the HTML for Markdown, and a bar a cell of the table.
    private static string Html(string text) => WebUtility.HtmlEncode(XmlCharacters.Escape(text))
        .Replace("\r", "", StringComparison.Ordinal)
        .Replace("\n", "&#10;", StringComparison.Ordinal)
        .Replace("|", "&#124;", StringComparison.Ordinal);
}
