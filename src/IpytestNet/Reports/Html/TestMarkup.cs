using System.Globalization;
using System.Text;
using IpytestNet.Execution;

namespace IpytestNet.Reports.Html;

/// <summary>The pieces of HTML that tell of one test, in the page and in the notebook.</summary>
internal static class TestMarkup
{
    private const int MaxLineLength = 300;

    /// <summary>The name of the test with its classes.</summary>
    public static string Name(TestResult result) => string.Join('.', [.. result.Test.Classes, result.Test.DisplayName]);

    /// <summary>What became of it.</summary>
    public static string Badge(string word) => $"<span class=\"badge badge-{word}\">{word}</span>";

    /// <summary>The line that says why, or an empty text: the first of the message, or the reason.</summary>
    public static string Why(TestResult result)
    {
        var said = result.Failures.FirstOrDefault() is { } failure ? OnPhase(failure) + failure.Message : result.Reason;
        var line = said.Split('\n')[0].TrimEnd('\r');
        return MarkupText.Encode(line.Length > MaxLineLength ? $"{line[..MaxLineLength]}..." : line);
    }

    /// <summary>A duration as a person reads it.</summary>
    public static string Time(TimeSpan duration) => duration.TotalSeconds switch
    {
        < 0.0005 => "0 ms",
        < 0.9995 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:F0} ms"),
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:F2} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes}:{duration.Seconds:00} min"),
    };

    /// <summary>All that there is to tell of the test: traces with source and values, and what it wrote; an empty text if that is nothing.</summary>
    /// <param name="result">The test.</param>
    /// <param name="maxOutput">How much is shown of each text.</param>
    public static string Details(TestResult result, int maxOutput)
    {
        var html = new StringBuilder();
        foreach (var failure in result.Failures)
            AppendFailure(html, failure, maxOutput);
        if (result.Outcome is TestOutcome.XFailed && result.Failure is { } expected)
            AppendFailure(html, expected, maxOutput);
        AppendOutput(html, "setup", result, maxOutput);
        Append(html, "Captured stdout call", result.CallOutput, maxOutput);
        Append(html, "Captured stderr call", result.CallError, maxOutput);
        AppendOutput(html, "teardown", result, maxOutput);
        return html.ToString();
    }

    private static void AppendFailure(StringBuilder html, FailureDetail failure, int maxLength)
    {
        if (failure.When is not "call")
            html.Append(CultureInfo.InvariantCulture, $"<h4>Error at {MarkupText.Encode(failure.When)}</h4>");
        html.Append(CultureInfo.InvariantCulture, $"<pre class=\"trace\">{MarkupText.EncodeShortened(failure.ColoredText, maxLength)}</pre>");
    }

    private static void AppendOutput(StringBuilder html, string phase, TestResult result, int maxLength)
    {
        foreach (var one in result.Phases.Where(one => one.Name == phase))
        {
            Append(html, $"Captured stdout {phase}", one.StandardOutput, maxLength);
            Append(html, $"Captured stderr {phase}", one.StandardError, maxLength);
        }
    }

    private static void Append(StringBuilder html, string title, string text, int maxLength)
    {
        if (text.Length > 0)
            html.Append(CultureInfo.InvariantCulture, $"<h4>{title}</h4><pre>{MarkupText.EncodeShortened(text.TrimEnd('\n'), maxLength)}</pre>");
    }

    private static string OnPhase(FailureDetail failure) => failure.When is "call" ? "" : $"error at {failure.When}: ";
}
