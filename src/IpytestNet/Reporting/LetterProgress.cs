using IpytestNet.Execution;

namespace IpytestNet.Reporting;

/// <summary>Shows one letter a test, after the name of the notebook unless it is quiet.</summary>
internal sealed class LetterProgress(TerminalText terminal, Tally tally, bool showPercentage, bool showModule)
    : Progress(terminal, tally, showPercentage)
{
    private const int PercentageWidth = 7;

    private string? _module;

    public override void Start(TestCase test)
    {
        if (!showModule || test.Module == _module)
            return;

        if (_module is not null && Terminal.Column > 0)
            WritePercentage();
        if (_module is null)
            Terminal.Line();
        Terminal.EnsureNewLine();
        _module = test.Module;
        Terminal.Write(_module + " ");
        Terminal.Flush();
    }

    public override void Finish(RunMessage.TestFinished finished)
    {
        Start(finished.Test);
        BreakLineAtEdge();
        var (letter, _, ink) = Describe(finished.Outcome);
        Terminal.Write(letter.ToString(), ink);

        // The last line's percentage waits for the end of the run: an error of the last test's teardown may still come.
        if (!Tally.IsComplete)
            BreakLineAtEdge();
        Terminal.Flush();
    }

    public override void End()
    {
        if (Tally.IsBegun && Tally.IsComplete)
            WritePercentage();
    }

    private void BreakLineAtEdge()
    {
        if (!ShowPercentage || Terminal.Column + PercentageWidth + 1 < Terminal.Width)
            return;

        WritePercentage();
        Terminal.Line();
    }
}
