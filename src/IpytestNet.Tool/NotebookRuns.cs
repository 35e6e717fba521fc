using IpytestNet.CommandLine;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>Runs the notebooks of a command line one after the other in this process, and writes the reports.</summary>
/// <param name="commandLine">The command line.</param>
/// <param name="reports">The reports.</param>
/// <param name="console">The process around it.</param>
/// <param name="interruption">Signalled by Ctrl+C.</param>
internal sealed class NotebookRuns(RunCommandLine commandLine, CommandReports reports, ToolConsole console, CancellationToken interruption)
{
    /// <summary>Runs them.</summary>
    /// <param name="targets">The notebooks.</param>
    /// <param name="palette">The colours.</param>
    /// <param name="follower">Hears of each.</param>
    /// <exception cref="UsageException">They cannot be written where the command line says, or a report cannot.</exception>
    public ExitCode Run(IReadOnlyList<NotebookTarget> targets, Palette palette, IRunFollower follower)
    {
        var start = console.Time.GetTimestamp();
        var plan = OutputPlan.Make(commandLine, [.. targets.OfType<NotebookTarget.Found>()], console.WorkingDirectory);
        var failures = EarlierFailures.Read(targets.OfType<NotebookTarget.Found>(), commandLine, console.Error.WriteLine);
        reports.Configure(commandLine);
        var coverage = new CoverageOfCommand(commandLine.Options.Coverage, console);
        using var screen = new RunScreen(console, palette);
        var runner = new TargetRunner(
            commandLine.Append(palette.AppendedOption(commandLine, console)), plan, failures, screen, console, reports, coverage, follower, interruption);

        ExitCode[] codes;
        using (new ExitWatch(console))
            codes = [.. targets.Select(runner.Run).Select(outcome => outcome.ExitCode)];

        var (lines, isBelow) = coverage.Finish(hasFailed: codes.Contains(ExitCode.TestsFailed), palette.IsColored);
        foreach (var line in lines)
            screen.WriteLine(line);
        var isReported = Finish(screen);
        follower.Finish(screen, console.Time.GetElapsedTime(start));
        return ExitCodes.Worst([.. codes, isBelow ? ExitCode.TestsFailed : ExitCode.NoTestsCollected, isReported ? ExitCode.NoTestsCollected : ExitCode.UsageError]);
    }

    private bool Finish(RunScreen screen)
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
