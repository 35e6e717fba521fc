using IpytestNet.Execution;

namespace IpytestNet.Reporting;

/// <summary>Shows one line a test, with its node id.</summary>
internal sealed class LineProgress(TerminalText terminal, Tally tally, bool showPercentage, bool showWholeReasons)
    : Progress(terminal, tally, showPercentage)
{
    private const int PercentageWidth = 7;

    private string? _current;
    private bool _isBegun;

    public override void Start(TestCase test)
    {
        if (test.NodeId == _current)
            return;

        Terminal.EnsureNewLine();
        if (!_isBegun)
            Terminal.Line();
        _isBegun = true;
        _current = test.NodeId;
        Terminal.Write(_current + " ");
        Terminal.Flush();
    }

    public override void Finish(RunMessage.TestFinished finished)
    {
        Start(finished.Test);
        var (_, word, ink) = Describe(finished.Outcome);
        Terminal.Write(word, ink);
        if (ReasonOf(finished.Outcome) is { Length: > 0 } reason)
            WriteReason(reason);
        WritePercentage();
        Terminal.Line();
        Terminal.Flush();
        _current = null;
    }

    public override void End() => Terminal.EnsureNewLine();

    private static string ReasonOf(TestOutcome outcome) => outcome switch
    {
        TestOutcome.Skipped skipped => skipped.Reason,
        TestOutcome.XFailed failed => failed.Reason,
        TestOutcome.XPassed passed => passed.Reason,
        _ => "",
    };

    private void WriteReason(string reason)
    {
        const int brackets = 3;
        var room = Terminal.Width - Terminal.Column - PercentageWidth - 1 - brackets;
        var shown = showWholeReasons ? reason : DisplayWidth.Cut(ExceptionText.FirstLine(reason), room);
        if (shown is not null)
            Terminal.Write($" ({shown})");
    }
}
