namespace IpytestNet.Reporting;

/// <summary>Shows the first failure when it happens (<c>--pdb</c>), in pytest's shape, and says how to look into it.</summary>
/// <param name="terminal">Where it is written.</param>
/// <param name="prompt">Lets the person look into it; null where nobody answers.</param>
internal sealed class PostMortem(TerminalText terminal, PostMortemPrompt? prompt)
{
    /// <summary>Writes the failure with what the test wrote.</summary>
    /// <param name="failed">The first failure.</param>
    /// <param name="traceback">Shows its trace.</param>
    public void Write(FailedTest failed, Traceback traceback)
    {
        terminal.EnsureNewLine();
        new CapturedOutput(terminal, CommandLine.CaptureShow.All).Write(failed);
        terminal.Bar('>', "traceback");
        traceback.Write(failed);
        terminal.Bar('>', "post-mortem");
        if (prompt is not null)
        {
            prompt.Run(terminal);
            return;
        }

        terminal.Line(
            "There is no prompt here, and the run goes on. Look at Ipytest.LastFailure in the next cell; or attach a debugger to the "
            + $"process {Environment.ProcessId} (dotnet), write System.Diagnostics.Debugger.Break() before the place, and run the test again.");
        terminal.Flush();
    }
}
