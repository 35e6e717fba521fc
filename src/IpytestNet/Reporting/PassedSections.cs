using IpytestNet.CommandLine;
using IpytestNet.Execution;

namespace IpytestNet.Reporting;

/// <summary>Shows what tests wrote that passed: <c>-rP</c>, and <c>-rX</c> for those that were expected to fail.</summary>
internal sealed class PassedSections(TerminalText terminal, RunOptions options)
{
    /// <summary>Writes the sections that the letters of <c>-r</c> ask for.</summary>
    public void Write(Tally tally)
    {
        if (options.Traceback is TracebackStyle.No)
            return;
        if (options.ReportLetters.Contains('P', StringComparison.Ordinal))
            Write("PASSES", tally.NotFailed.Where(finished => finished.Outcome is TestOutcome.Passed));
        if (options.ReportLetters.Contains('X', StringComparison.Ordinal))
            Write("XPASSES", tally.NotFailed.Where(finished => finished.Outcome is TestOutcome.XPassed));
    }

    private void Write(string title, IEnumerable<RunMessage.TestFinished> tests)
    {
        var isBegun = false;
        foreach (var finished in tests)
        {
            if (!isBegun)
                terminal.Bar('=', title);
            isBegun = true;
            if (finished.StandardOutput.Length + finished.StandardError.Length == 0)
                continue;
            var passed = new FailedTest(finished.Test, new Failure([]), "call", finished.StandardOutput, finished.StandardError) { Phases = finished.Phases };
            terminal.Bar('_', passed.Name, Ink.Green.AndBold());
            new CapturedOutput(terminal, options.ShowCapture).Write(passed);
        }
    }
}
