using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>Sees to it that a library which ends the process in the middle of a notebook does not look like success.</summary>
internal sealed class ExitWatch : IDisposable
{
    private readonly ToolConsole _console;

    public ExitWatch(ToolConsole console)
    {
        _console = console;
        AppDomain.CurrentDomain.ProcessExit += Fail;
    }

    /// <summary>Ends the watch: the run has come to its end by itself.</summary>
    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= Fail;

    private void Fail(object? sender, EventArgs arguments)
    {
        _console.Error.WriteLine("\nipytest: code of the notebook ended the whole process, so nothing after it has run");
        Environment.ExitCode = (int)ExitCode.TestsFailed;
    }
}
