using IpytestNet.CommandLine;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>The verb <c>ipytest run</c>: arguments, notebooks, runs, summary.</summary>
/// <param name="console">The process around it.</param>
/// <param name="interruption">Signalled by Ctrl+C.</param>
internal sealed class RunCommand(ToolConsole console, CancellationToken interruption)
{
    public ExitCode Run(IReadOnlyList<string> arguments)
    {
        try
        {
            var reports = new CommandReports(arguments, console);
            var commandLine = RunCommandLine.Parse(arguments, reports.Options);
            if (commandLine.Options is { Help: false, Version: false })
                return Run(commandLine, reports);
            console.Out.WriteLine(commandLine.Options.Help ? RunHelp.Text(console.Width, reports.Options) : $"ipytest {Ipytest.Version}");
            return ExitCode.Ok;
        }
        catch (UsageException e)
        {
            console.Error.WriteLine($"{RunHelp.Usage}\nipytest run: error: {e.Message}\nTo learn more: ipytest run --help");
            return ExitCode.UsageError;
        }
    }

    private ExitCode Run(RunCommandLine commandLine, CommandReports reports)
    {
        var targets = NotebookPaths.Expand(commandLine, console.WorkingDirectory);
        if (targets.Count == 0)
        {
            console.Error.WriteLine("ipytest run: no notebook is left to run, since --ignore leaves out all that the paths name");
            return ExitCode.NoTestsCollected;
        }

        if (commandLine.Shard is { } shard)
        {
            var all = targets.Count;
            targets = shard.Of(targets);
            if (targets.Count == 0)
            {
                console.Out.WriteLine($"shard {shard} of {all} {(all is 1 ? "notebook" : "notebooks")} is empty: nothing to run");
                return ExitCode.Ok;
            }
        }

        // With one notebook there is nothing to run beside it but its own tests.
        if (targets.Count is 1)
            commandLine = commandLine.WithTestsSideBySide();
        var palette = Palette.Choose(commandLine, console);
        return new NotebookRuns(commandLine, reports, console, interruption).Run(
            targets, palette, new SummaryFollower(console.Width, palette, commandLine.Options), console.StartsProcesses ? commandLine.Workers ?? 1 : 0);
    }
}
