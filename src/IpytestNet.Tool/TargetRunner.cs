using IpytestNet.Kernel;
using IpytestNet.Kernel.Documents;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>Reads, runs and writes the notebooks of a command line, one at a time; whatever one does, the next one runs.</summary>
internal sealed class TargetRunner(
    RunCommandLine commandLine,
    OutputPlan plan,
    EarlierFailures failures,
    RunScreen screen,
    ToolConsole console,
    CommandReports reports,
    CoverageOfCommand coverage,
    IRunFollower follower,
    CancellationToken interruption)
{
    private readonly FailureLimit _limit = new(commandLine.Options);

    public NotebookOutcome Run(NotebookTarget target)
    {
        var outcome = Start(target);
        // What did not start is no test, and would be missed by who reads the reports alone.
        if (outcome is { Cells: null, ExitCode: not ExitCode.Interrupted, Findings: [var why, ..] })
            reports.AddError(outcome.Name, "", "NotStarted", why.Text);
        follower.End(target, outcome);
        return outcome;
    }

    private NotebookOutcome Start(NotebookTarget target) => target switch
    {
        NotebookTarget.Missing missing => NotebookOutcome.NotStarted(target.Shown, ExitCode.UsageError, missing.Message),
        _ when _limit.IsReached => NotebookOutcome.LeftOut(target.Shown),
        _ when interruption.IsCancellationRequested => NotebookOutcome.NotStarted(target.Shown, ExitCode.Interrupted, "not started"),
        _ => Run((NotebookTarget.Found)target),
    };

    private NotebookOutcome Run(NotebookTarget.Found target)
    {
        NotebookDocument document;
        string? output;
        try
        {
            output = plan.PathFor(target);
            document = NotebookDocument.Read(target.FullPath);
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return NotebookOutcome.NotStarted(target.Shown, ExitCode.UsageError, e.Message);
        }

        try
        {
            return Run(target, document, output);
        }
        catch (Exception e)
        {
            return NotebookOutcome.NotStarted(target.Shown, ExitCode.InternalError, InternalError.Describe(e, console));
        }
    }

    private NotebookOutcome Run(NotebookTarget.Found target, NotebookDocument document, string? output)
    {
        var start = console.Time.GetTimestamp();
        var narrowed = commandLine.Append(target.Nodes);
        screen.BeginNotebook(target.Shown);
        using var environment = new EnvironmentSnapshot();
        using var runner = new NotebookRunner(document, OptionsOf(target, narrowed), narrowed, _limit, screen, interruption);
        follower.Begin(target, runner.Notebook);

        var exitCode = runner.Run();
        foreach (var (place, error) in runner.CellErrors)
            reports.AddError(target.Shown, place, error.Name, error.Message);
        if (exitCode is ExitCode.NoTestsCollected && target.Nodes.Count > 0)
        {
            exitCode = ExitCode.UsageError;
            runner.Miss(target.Nodes);
        }

        var unwritten = output is null ? null : Write(document, runner, output);
        return new NotebookOutcome
        {
            Name = target.Shown,
            ExitCode = unwritten is null ? exitCode : ExitCodes.Worst([exitCode, ExitCode.UsageError]),
            Findings = unwritten is null ? runner.Findings : [.. runner.Findings, unwritten],
            CellsRun = runner.Executed.Count,
            Cells = runner.Cells,
            Elapsed = console.Time.GetElapsedTime(start),
        };
    }

    private NotebookOptions OptionsOf(NotebookTarget.Found target, RunCommandLine narrowed)
    {
        var options = new NotebookOptions
        {
            Name = Path.GetFileName(target.FullPath),
            WorkingDirectory = Path.GetDirectoryName(target.FullPath)!,
            RunArguments = narrowed.PytestArguments,
            CommandCoverage = coverage.For(target),
            FailuresBefore = failures.For(target),
            Plugins = [.. reports.For(target), new RunProgress(screen), .. follower.PluginsFor(target)],
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
