using IpytestNet.CommandLine;

namespace IpytestNet.Reporting;

/// <summary>Shows failures and errors with their traces and what the tests wrote.</summary>
internal sealed class FailureSection(TerminalText terminal, Traceback traceback, TracebackStyle style, CaptureShow showCapture = CaptureShow.All)
{
    /// <summary>Writes the errors around tests.</summary>
    public void WriteErrors(IReadOnlyList<FailedTest> errors) =>
        Write("ERRORS", errors, error => error.When is "collection" ? $"ERROR collecting {error.Name}" : $"ERROR at {error.When} of {error.Name}");

    /// <summary>Writes the failed tests.</summary>
    public void WriteFailures(IReadOnlyList<FailedTest> failures) => Write("FAILURES", failures, failed => failed.Name);

    private void Write(string title, IReadOnlyList<FailedTest> tests, Func<FailedTest, string> heading)
    {
        if (tests.Count == 0 || style is TracebackStyle.No)
            return;

        terminal.Bar('=', title);
        foreach (var test in tests)
        {
            if (style is TracebackStyle.Line)
                traceback.WriteLine(test);
            else
                WriteWhole(heading(test), test);
        }
    }

    private void WriteWhole(string heading, FailedTest test)
    {
        terminal.Bar('_', heading, Ink.Red.AndBold());
        traceback.Write(test);
        new CapturedOutput(terminal, showCapture).Write(test);
    }
}
