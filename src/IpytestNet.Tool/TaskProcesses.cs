using System.Text.Json;
using IpytestNet.Tool.Runners;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>Runs each notebook in a process of its own, so that one which ends its process is one failed notebook.</summary>
/// <param name="commandLine">The command line.</param>
/// <param name="reports">The reports.</param>
/// <param name="limit">When the command ends early.</param>
/// <param name="palette">The colours.</param>
/// <param name="screen">Shows what happens.</param>
/// <param name="console">The process around it.</param>
/// <param name="workers">How many run at the same time.</param>
/// <param name="interruption">Signalled by Ctrl+C.</param>
internal sealed class TaskProcesses(
    RunCommandLine commandLine, CommandReports reports, FailureLimit limit, Palette palette, RunScreen screen, ToolConsole console, int workers, CancellationToken interruption) : ITaskRunner
{
    // Longer than a runner takes, which first waits for the test that runs.
    private static readonly TimeSpan TimeToStop = RunnerCommand.Grace + TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly List<string> _running = [];
    private readonly RunnerSupply _supply = new(NotebookJobCommand.Verb);

    /// <inheritdoc/>
    public int Workers => workers;

    /// <inheritdoc/>
    public TaskResult Run(NotebookTask task, bool hasNext) => workers is 1 ? RunInTerminal(task, hasNext) : RunAside(task);

    /// <inheritdoc/>
    public void Dispose() => _supply.Dispose();

    // What it writes is seen as it comes. The next one gets warm meanwhile.
    private TaskResult RunInTerminal(NotebookTask task, bool hasNext)
    {
        using var runner = _supply.Take();
        if (hasNext && commandLine.Nbval.KernelName is null)
            _supply.Prepare();
        return Run(task, runner);
    }

    // What several write at a time is shown notebook by notebook.
    private TaskResult RunAside(NotebookTask task)
    {
        var output = new List<(bool IsError, string Text)>();
        Show(() => _running.Add(task.Target.Shown));
        TaskResult result;
        using (var runner = Runner.Start(NotebookJobCommand.Verb, [], (isError, text) =>
        {
            lock (output)
                output.Add((isError, text));
        }))
        {
            result = Run(task, runner);
            runner.WaitForOutput();
        }

        lock (output)
            screen.Pass(output);
        Show(() => _running.Remove(task.Target.Shown));
        return result;
    }

    private TaskResult Run(NotebookTask task, Runner runner)
    {
        var start = console.Time.GetTimestamp();
        using var account = new AccountReader<NotebookMessage>();
        try
        {
            runner.Give(JsonSerializer.Serialize(new NotebookJob(commandLine.Spell(), task, account.Path)
            {
                Failures = limit.Failures,
                HasReports = reports.AreWanted,
                IsColored = palette.IsColored,
                Width = console.Width,
            }));
            WaitHandle.WaitAny([runner.Ended, interruption.WaitHandle]);
            if (interruption.IsCancellationRequested)
                runner.Stop(TimeToStop);
        }
        catch (IOException)
        {
            // It has died before it took the job; that it did not tell of an end says so.
            runner.Stop();
        }

        var messages = account.ReadNew();
        var end = messages.OfType<NotebookMessage.Ended>().FirstOrDefault();
        // What it was about to say may have no line end.
        if (end is null && workers is 1)
            console.Out.WriteLine();
        var outcome = end?.Outcome ?? Died(task, messages.OfType<NotebookMessage.CellBegan>().LastOrDefault()?.Place ?? "", runner.End, interruption.IsCancellationRequested) with { Elapsed = console.Time.GetElapsedTime(start) };
        lock (_gate)
            limit.Add(outcome.Failures);
        return new TaskResult(outcome)
        {
            Entries = [.. messages.OfType<NotebookMessage.Reported>().Select(message => message.Entry)],
            Coverage = [.. messages.OfType<NotebookMessage.Measured>().Select(message => message.Data(console.WorkingDirectory))],
        };
    }

    private static NotebookOutcome Died(NotebookTask task, string place, string end, bool isInterrupted) => isInterrupted
        ? NotebookOutcome.NotStarted(task.Target.Shown, ExitCode.Interrupted, "interrupted, and did not stop by itself")
        : NotebookOutcome.Died(task.Target.Shown, place, end);

    private void Show(Action change)
    {
        lock (_gate)
        {
            change();
            screen.ShowActivity(_running is [] ? null : string.Join(", ", _running));
        }
    }
}
