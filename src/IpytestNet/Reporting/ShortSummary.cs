namespace IpytestNet.Reporting;

/// <summary>One line for each failure and error.</summary>
/// <param name="terminal">What is written to.</param>
/// <param name="showWholeMessages">Whether messages keep all their lines, however wide.</param>
internal sealed class ShortSummary(TerminalText terminal, bool showWholeMessages)
{
    /// <summary>Writes the lines under their own bar, if there are any.</summary>
    public void WriteSection(Tally tally)
    {
        if (tally.Failed.Count + tally.Errors.Count == 0)
            return;

        terminal.Bar('=', "short test summary info", Ink.Cyan.AndBold());
        WriteLines(tally);
    }

    /// <summary>Writes the lines alone.</summary>
    public void WriteLines(Tally tally)
    {
        foreach (var failed in tally.Failed)
            WriteLine("FAILED", failed);
        foreach (var error in tally.Errors)
            WriteLine("ERROR", error);
    }

    private void WriteLine(string word, FailedTest failed)
    {
        var (module, name) = Divide(failed.Test.NodeId);
        terminal.Write(word, Ink.Red);
        terminal.Write(" " + module);
        terminal.Write(name, Ink.Bold);
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
