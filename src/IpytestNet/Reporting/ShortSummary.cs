using IpytestNet.Execution;

namespace IpytestNet.Reporting;

/// <summary>One line for each test whose outcome <c>-r</c> asks for; the outcomes in the order of its letters.</summary>
/// <param name="terminal">What is written to.</param>
/// <param name="letters">The letters.</param>
/// <param name="showWholeMessages">Whether messages keep all their lines, however wide.</param>
internal sealed class ShortSummary(TerminalText terminal, string letters, bool showWholeMessages)
{
    /// <summary>Writes the lines under their own bar, if there are any.</summary>
    public void WriteSection(Tally tally)
    {
        if (!letters.Any(letter => HasLines(letter, tally)))
            return;

        terminal.Bar('=', "short test summary info", Ink.Cyan.AndBold());
        WriteLines(tally);
    }

    /// <summary>Writes the lines alone.</summary>
    public void WriteLines(Tally tally)
    {
        foreach (var letter in letters)
            WriteLines(letter, tally);
    }

    private static bool HasLines(char letter, Tally tally) => letter switch
    {
        'f' => tally.Failed.Count > 0,
        'E' => tally.Errors.Count > 0,
        's' => tally.Skipped > 0,
        'x' => tally.XFailed > 0,
        'X' => tally.XPassed > 0,
        'p' => tally.Passed > 0,
        _ => false,
    };

    private void WriteLines(char letter, Tally tally)
    {
        switch (letter)
        {
            case 'f':
                foreach (var failed in tally.Failed)
                    WriteLine("FAILED", failed);
                break;
            case 'E':
                foreach (var error in tally.Errors)
                    WriteLine("ERROR", error);
                break;
            case 's':
                WriteSkipped(tally);
                break;
            case 'x':
                foreach (var (test, outcome) in Of<TestOutcome.XFailed>(tally))
                    WriteLine("XFAIL", Ink.Yellow, test, outcome.Reason);
                break;
            case 'X':
                foreach (var (test, outcome) in Of<TestOutcome.XPassed>(tally))
                    WriteLine("XPASS", Ink.Yellow, test, outcome.Reason);
                break;
            case 'p':
                foreach (var (test, _) in Of<TestOutcome.Passed>(tally))
                    WriteLine("PASSED", Ink.Green, test, "");
                break;
        }
    }

    private static IEnumerable<(TestCase Test, T Outcome)> Of<T>(Tally tally)
        where T : TestOutcome =>
        tally.NotFailed.Where(finished => finished.Outcome is T).Select(finished => (finished.Test, (T)finished.Outcome));

    // Tests that are skipped in one place for one reason, such as the rows of a theory, have one line.
    private void WriteSkipped(Tally tally)
    {
        foreach (var same in Of<TestOutcome.Skipped>(tally).GroupBy(skipped => (PlaceOf(skipped.Test), skipped.Outcome.Reason)))
        {
            terminal.Write("SKIPPED", Ink.Yellow);
            terminal.Line($" [{same.Count()}] {same.Key.Item1}: {same.Key.Reason}");
        }
    }

    private static string PlaceOf(TestCase test) => test switch
    {
        { SourceFile: { } file, SourceLine: > 0 and var line } => $"{file}:{line}",
        { SourceFile: { } file } => file,
        _ => test.Module,
    };

    private void WriteLine(string word, Ink ink, TestCase test, string reason)
    {
        WriteName(word, ink, test);
        terminal.Line(reason.Length > 0 ? $" - {reason}" : "");
    }

    private void WriteName(string word, Ink ink, TestCase test)
    {
        var (module, name) = Divide(test.NodeId);
        terminal.Write(word, ink);
        terminal.Write(" " + module);
        terminal.Write(name, Ink.Bold);
    }

    private void WriteLine(string word, FailedTest failed)
    {
        WriteName(word, Ink.Red, failed.Test);
        if (failed.Cause is { } cause)
            WriteMessage(ExceptionText.Describe(cause));
        terminal.Line();
    }

    private void WriteMessage(string message)
    {
        const string dash = " - ";
        var room = terminal.Width - terminal.Column - dash.Length;
        var shown = showWholeMessages ? message : DisplayWidth.Cut(ExceptionText.FirstLine(message), room);
        if (shown is not null)
            terminal.Write(dash + shown);
    }

    private static (string Module, string Name) Divide(string nodeId)
    {
        var separator = nodeId.IndexOf("::", StringComparison.Ordinal);
        return separator < 0 ? (nodeId, "") : (nodeId[..(separator + 2)], nodeId[(separator + 2)..]);
    }
}
