using IpytestNet.Execution;

namespace IpytestNet.Reporting;

/// <summary>Shows that tests run, while they run.</summary>
internal abstract class Progress(TerminalText terminal, Tally tally, bool showPercentage)
{
    protected TerminalText Terminal => terminal;

    protected Tally Tally => tally;

    protected bool ShowPercentage => showPercentage;

    /// <summary>Shows that a test begins.</summary>
    public abstract void Start(TestCase test);

    /// <summary>Shows how a test ended; the tally knows of it already.</summary>
    public abstract void Finish(RunMessage.TestFinished finished);

    /// <summary>Completes the last line.</summary>
    public abstract void End();

    protected static (char Letter, string Word, Ink Ink) Describe(TestOutcome outcome) => outcome switch
    {
        TestOutcome.Passed => ('.', "PASSED", Ink.Green),
        TestOutcome.Skipped => ('s', "SKIPPED", Ink.Yellow),
        TestOutcome.XFailed => ('x', "XFAIL", Ink.Yellow),
        TestOutcome.XPassed => ('X', "XPASS", Ink.Yellow),
        TestOutcome.Failed => ('F', "FAILED", Ink.Red),
        TestOutcome.Errored => ('E', "ERROR", Ink.Red),
        _ => throw new NotSupportedException($"expected an outcome that this report knows, got {outcome.GetType().Name}; add it here"),
    };

    /// <summary>Writes the percentage at the right edge, one column before the last, as terminals wrap there.</summary>
    protected void WritePercentage()
    {
        if (!showPercentage)
            return;

        var text = $" [{tally.Percent,3}%]";
        terminal.Write(text.PadLeft(Math.Max(text.Length, terminal.Width - terminal.Column - 1)), tally.Ink);
    }
}
