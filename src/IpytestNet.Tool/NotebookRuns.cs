using IpytestNet.CommandLine;
using IpytestNet.Kernel.Documents;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>Runs the notebooks of a command line, and writes the reports.</summary>
/// <param name="commandLine">The command line.</param>
/// <param name="reports">The reports.</param>
/// <param name="console">The process around it.</param>
/// <param name="interruption">Signalled by Ctrl+C.</param>
internal sealed class NotebookRuns(RunCommandLine commandLine, CommandReports reports, ToolConsole console, CancellationToken interruption)
{
    private readonly FailureLimit _limit = new(commandLine.Options);

    /// <summary>Runs them.</summary>
    /// <param name="targets">The notebooks.</param>
    /// <param name="palette">The colours.</param>
    /// <param name="follower">Hears of each.</param>
    /// <param name="workers">How many run at the same time, each in a process of its own; 0 for one after the other in this process.</param>
    /// <exception cref="UsageException">They cannot be written where the command line says, or a report cannot.</exception>
    public ExitCode Run(IReadOnlyList<NotebookTarget> targets, Palette palette, IRunFollower follower, int workers = 0)
    {
        var start = console.Time.GetTimestamp();
        var plan = OutputPlan.Make(commandLine, [.. targets.OfType<NotebookTarget.Found>()], console.WorkingDirectory);
        var failures = EarlierFailures.Read(targets.OfType<NotebookTarget.Found>(), commandLine, console.Error.WriteLine);
        reports.Configure(commandLine);
        var coverage = new CoverageOfCommand(commandLine.Options.Coverage, console);
        using var screen = new RunScreen(console, palette);
        var colored = commandLine.Append(palette.AppendedOption(commandLine, console));
        var codes = new List<ExitCode>();
        using (ITaskRunner runner = workers is 0
            ? new TargetRunner(colored, _limit, screen, console, reports.For, coverage, follower, interruption)
            : new TaskProcesses(colored, reports, _limit, palette, screen, console, workers, interruption))
        {
            foreach (var (target, result) in targets.Zip(RunAll(targets, target => Prepare(target, plan, failures), runner)))
            {
                reports.Add(result);
                coverage.Add(result.Coverage);
                follower.End(target, result.Outcome);
                codes.Add(result.Outcome.ExitCode);
            }
        }

        var (lines, isBelow) = coverage.Finish(hasFailed: codes.Contains(ExitCode.TestsFailed), palette.IsColored);
        foreach (var line in lines)
            screen.WriteLine(line);
        var isReported = Finish(screen);
        follower.Finish(screen, console.Time.GetElapsedTime(start));
        return ExitCodes.Worst([.. codes, isBelow ? ExitCode.TestsFailed : ExitCode.NoTestsCollected, isReported ? ExitCode.NoTestsCollected : ExitCode.UsageError]);
    }

    /// <summary>Gives the results in the order of the notebooks, each as soon as it and all before it are there.</summary>
    private static IEnumerable<TaskResult> RunAll(IReadOnlyList<NotebookTarget> targets, Func<NotebookTarget, (NotebookTask? Task, NotebookOutcome? Outcome)> prepare, ITaskRunner runner)
    {
        if (runner.Workers is 1)
        {
            for (var i = 0; i < targets.Count; i++)
                yield return RunOne(i);
            yield break;
        }

        var results = targets.Select(_ => new TaskCompletionSource<TaskResult>(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        var next = -1;
        for (var worker = 0; worker < Math.Min(runner.Workers, targets.Count); worker++)
            new Thread(Work) { IsBackground = true }.Start();
        foreach (var result in results)
            yield return result.Task.GetAwaiter().GetResult();

        void Work()
        {
            for (var i = Interlocked.Increment(ref next); i < targets.Count; i = Interlocked.Increment(ref next))
            {
                try
                {
                    results[i].SetResult(RunOne(i));
                }
                catch (Exception e)
                {
                    results[i].SetException(e);
                }
            }
        }

        TaskResult RunOne(int i) => prepare(targets[i]) switch
        {
            ({ } task, _) => runner.Run(task, hasNext: i < targets.Count - 1),
            (_, var outcome) => new TaskResult(outcome!),
        };
    }

    private (NotebookTask? Task, NotebookOutcome? Outcome) Prepare(NotebookTarget target, OutputPlan plan, EarlierFailures failures)
    {
        if (target is not NotebookTarget.Found found)
            return (null, NotebookOutcome.NotStarted(target.Shown, ExitCode.UsageError, ((NotebookTarget.Missing)target).Message));
        if (_limit.IsReached)
            return (null, NotebookOutcome.LeftOut(target.Shown));
        if (interruption.IsCancellationRequested)
            return (null, NotebookOutcome.NotStarted(target.Shown, ExitCode.Interrupted, "not started"));
        try
        {
            return (new NotebookTask(found, plan.PathFor(found), failures.For(found)), null);
        }
        catch (NotebookFormatException e)
        {
            return (null, NotebookOutcome.NotStarted(target.Shown, ExitCode.UsageError, e.Message));
        }
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
