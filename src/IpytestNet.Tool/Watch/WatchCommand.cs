using IpytestNet.CommandLine;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Watch;

/// <summary>The verb <c>ipytest watch</c>: arguments, then runs until Ctrl+C.</summary>
/// <param name="console">The process around it.</param>
/// <param name="interruption">Signalled by Ctrl+C.</param>
internal sealed class WatchCommand(ToolConsole console, CancellationToken interruption)
{
    public ExitCode Run(IReadOnlyList<string> arguments)
    {
        try
        {
            var reports = new CommandReports(arguments, console);
            var commandLine = RunCommandLine.Parse(arguments, reports.Options);
            if (commandLine.Options is { Help: false, Version: false })
                return Run(arguments, commandLine);
            console.Out.WriteLine(commandLine.Options.Help ? WatchHelp.Text(console.Width) : $"ipytest {Ipytest.Version}");
            return ExitCode.Ok;
        }
        catch (UsageException e)
        {
            console.Error.WriteLine($"{WatchHelp.Usage}\nipytest watch: error: {e.Message}\nTo learn more: ipytest watch --help");
            return ExitCode.UsageError;
        }
    }

    private ExitCode Run(IReadOnlyList<string> arguments, RunCommandLine commandLine)
    {
        if (commandLine.InPlace || commandLine.Output is not null)
            throw new UsageException($"expected no {(commandLine.InPlace ? "--inplace" : "--output")}, since outputs are not kept while notebooks are watched; `ipytest run` writes them");
        var notebooks = new WatchedNotebooks(commandLine, console.WorkingDirectory);
        using var loop = new WatchLoop(arguments, notebooks, console, Palette.Choose(commandLine, console), interruption);
        return loop.Run();
    }
}
