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
            console.Out.WriteLine(commandLine.Options.Help ? RunHelp.Text(console.Width, reports.Options) : $"ipytest {Verbs.Version}");
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
        var start = console.Time.GetTimestamp();
        var ignored = new IgnoredPaths(commandLine.Ignore, console.WorkingDirectory);
        NotebookTarget[] targets =
            [.. NotebookPaths.Expand(commandLine.Paths, console.WorkingDirectory).Where(target => target is not NotebookTarget.Found found || !ignored.Contain(found.FullPath))];
        if (targets.Length == 0)
        {
            console.Error.WriteLine("ipytest run: no notebook is left to run, since --ignore leaves out all that the paths name");
            return ExitCode.NoTestsCollected;
        }

        var plan = OutputPlan.Make(commandLine, [.. targets.OfType<NotebookTarget.Found>()], console.WorkingDirectory);
        var failures = EarlierFailures.Read(targets.OfType<NotebookTarget.Found>(), commandLine, console.Error.WriteLine);
        reports.Configure(commandLine);
        var palette = Palette.Choose(commandLine, console);
        using var screen = new RunScreen(console, palette);
        var runner = new TargetRunner(commandLine.Append(palette.AppendedOption(commandLine, console)), plan, failures, screen, console, reports, interruption);

        NotebookOutcome[] outcomes;
        using (new ExitWatch(console))
            outcomes = [.. targets.Select(runner.Run)];

        var isReported = Finish(reports, commandLine, screen);
        foreach (var line in RunSummary.Lines(outcomes, console.Time.GetElapsedTime(start), console.Width, palette))
            screen.WriteLine(line);
        return ExitCodes.Worst([.. outcomes.Select(outcome => outcome.ExitCode), isReported ? ExitCode.NoTestsCollected : ExitCode.UsageError]);
    }

    private bool Finish(CommandReports reports, RunCommandLine commandLine, RunScreen screen)
    {
        try
        {
            foreach (var line in reports.Finish().ToList())
            {
                if (commandLine.Options.Verbosity >= 0 || line.StartsWith("::", StringComparison.Ordinal))
                    screen.WriteLine(line);
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"ipytest run: error: expected to write the reports, but it did not work: {e.Message}");
            return false;
        }
    }
}
