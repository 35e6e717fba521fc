using IpytestNet.Kernel;
using IpytestNet.Kernel.Documents;
using IpytestNet.Plugins;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>Reads, runs and writes notebooks in this process, one at a time; whatever one does, the next one runs.</summary>
/// <param name="commandLine">The command line.</param>
/// <param name="limit">When the command ends early.</param>
/// <param name="screen">Shows what happens.</param>
/// <param name="console">The process around it.</param>
/// <param name="reportsOf">Gives the reports that take part in the runs of a notebook.</param>
/// <param name="coverage">The coverage of the command.</param>
/// <param name="follower">Hears of each notebook that begins.</param>
/// <param name="interruption">Signalled by Ctrl+C.</param>
internal sealed class TargetRunner(
    RunCommandLine commandLine,
    FailureLimit limit,
    RunScreen screen,
    ToolConsole console,
    Func<NotebookTarget.Found, IEnumerable<IPlugin>> reportsOf,
    CoverageOfCommand coverage,
    IRunFollower follower,
    CancellationToken interruption) : ITaskRunner
{
    private readonly ExitWatch _exitWatch = new(console);

    /// <inheritdoc/>
    public int Workers => 1;

    /// <inheritdoc/>
    public TaskResult Run(NotebookTask task, bool hasNext) => new(Run(task));

    /// <inheritdoc/>
    public void Dispose() => _exitWatch.Dispose();

    private NotebookOutcome Run(NotebookTask task)
    {
        NotebookDocument document;
        try
        {
            document = NotebookDocument.Read(task.Target.FullPath, isForeign: commandLine.Nbval.KernelName is not null);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return NotebookOutcome.NotStarted(task.Target.Shown, ExitCode.UsageError, e.Message);
        }

        var failures = limit.Failures;
        try
        {
            return Run(task, document) with { Failures = limit.Failures - failures };
        }
        catch (Exception e)
        {
            return NotebookOutcome.NotStarted(task.Target.Shown, ExitCode.InternalError, InternalError.Describe(e, console));
        }
    }

    private NotebookOutcome Run(NotebookTask task, NotebookDocument document)
    {
        var target = task.Target;
        var start = console.Time.GetTimestamp();
        var narrowed = commandLine.Append(target.Nodes);
        screen.BeginNotebook(target.Shown);
        using var environment = new EnvironmentSnapshot();
        if (commandLine.Nbval.IsOn)
            return new NotebookCheck(commandLine, limit, screen, console, follower, interruption).Run(task, document, OptionsOf(task, commandLine));
        using var runner = new NotebookRunner(document, OptionsOf(task, narrowed), narrowed, limit, screen, console.Time, follower, interruption);
        follower.Begin(target, runner.Notebook);

        var exitCode = runner.Run();
        if (exitCode is ExitCode.NoTestsCollected && target.Nodes.Count > 0)
        {
            exitCode = ExitCode.UsageError;
            runner.Miss(target.Nodes);
        }

        var unwritten = task.Output is null ? null : Write(document, runner, task.Output);
        return new NotebookOutcome
        {
            Name = target.Shown,
            ExitCode = unwritten is null ? exitCode : ExitCodes.Worst([exitCode, ExitCode.UsageError]),
            Findings = unwritten is null ? runner.Findings : [.. runner.Findings, unwritten],
            Errors = runner.CellErrors,
            CellTimes = runner.CellTimes,
            ReportedCells = runner.ReportedCells,
            CellsRun = runner.Executed.Count,
            Cells = runner.Cells,
            Elapsed = console.Time.GetElapsedTime(start),
        };
    }

    private NotebookOptions OptionsOf(NotebookTask task, RunCommandLine narrowed)
    {
        var options = new NotebookOptions
        {
            Name = Path.GetFileName(task.Target.FullPath),
            WorkingDirectory = Path.GetDirectoryName(task.Target.FullPath)!,
            RunArguments = narrowed.PytestArguments,
            CommandCoverage = coverage.For(task.Target),
            FailuresBefore = task.FailuresBefore.ToHashSet(StringComparer.Ordinal),
            Plugins = [.. reportsOf(task.Target), new RunProgress(screen), .. follower.PluginsFor(task.Target)],
        };
        return commandLine.NoAutoConfig ? options with { AutoConfig = false } : options;
    }

    private static Finding? Write(NotebookDocument document, NotebookRunner runner, string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            IpynbWriter.Write(document, runner.Executed, path);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Finding("", $"expected to write the executed notebook, but it did not work: {e.Message}");
        }
    }
}
