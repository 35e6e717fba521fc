using IpytestNet.CommandLine;
using IpytestNet.Execution;

namespace IpytestNet.Reporting;

/// <summary>Shows what a failed test wrote.</summary>
internal sealed class CapturedOutput(TerminalText terminal, CaptureShow show)
{
    private const int KeptAtEachEnd = 32 * 1024;

    public void Write(FailedTest failed)
    {
        Write(failed.Phases, "setup");
        Write(failed.When, failed.StandardOutput, failed.StandardError);
        Write(failed.Phases, "teardown");
    }

    private void Write(IReadOnlyList<TestPhase> phases, string name)
    {
        foreach (var phase in phases.Where(phase => phase.Name == name))
            Write(name, phase.StandardOutput, phase.StandardError);
    }

    private void Write(string phase, string output, string error)
    {
        if (show is CaptureShow.All or CaptureShow.Stdout)
            WriteStream($"Captured stdout {phase}", output);
        if (show is CaptureShow.All or CaptureShow.Stderr)
            WriteStream($"Captured stderr {phase}", error);
    }

    private void WriteStream(string title, string text)
    {
        if (text.Length == 0)
            return;

        terminal.Bar('-', title);
        if (text.Length <= 2 * KeptAtEachEnd)
            terminal.Write(text);
        else
            WriteEnds(text);
        terminal.EnsureNewLine();
    }

    private void WriteEnds(string text)
    {
        var headEnd = EndOfHead(text);
        var tailStart = StartOfTail(text);
        terminal.Write(text[..headEnd]);
        terminal.EnsureNewLine();
        terminal.Line($"... {tailStart - headEnd:N0} characters left out; -s shows all ...", Ink.Yellow);
        terminal.Write(text[tailStart..]);
    }

    // Cut between lines where lines are of ordinary length, and never through a surrogate pair.
    private static int EndOfHead(string text)
    {
        var lineEnd = text.LastIndexOf('\n', KeptAtEachEnd - 1, KeptAtEachEnd / 2);
        if (lineEnd >= 0)
            return lineEnd + 1;

        return char.IsLowSurrogate(text[KeptAtEachEnd]) ? KeptAtEachEnd - 1 : KeptAtEachEnd;
    }

    private static int StartOfTail(string text)
    {
        var start = text.Length - KeptAtEachEnd;
        var lineEnd = text.IndexOf('\n', start, KeptAtEachEnd / 2);
        if (lineEnd >= 0)
            return lineEnd + 1;

        return char.IsLowSurrogate(text[start]) ? start + 1 : start;
    }
}
