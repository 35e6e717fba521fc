using System.Text.Json;
using IpytestNet.Tool.Runners;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Watch;

/// <summary>Has notebooks run by runners: one runs all, and if it dies of one, the next one runs those behind it.</summary>
internal sealed class JobRun(
    IReadOnlyList<string> arguments, WatchedNotebooks notebooks, ChangeWatcher watcher, RunnerSupply supply, ToolConsole console, CancellationToken interruption)
{
    // How often a runner says something new, at most.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly List<WatchedNotebook> _waiting = [];

    /// <summary>Runs notebooks until each has a result, or there is no use in going on.</summary>
    /// <param name="due">The notebooks.</param>
    /// <param name="endsOnChange">Whether it ends when something changes that they depend on.</param>
    /// <returns>What has changed meanwhile.</returns>
    public WatchChange Run(IReadOnlyList<WatchedNotebook> due, bool endsOnChange)
    {
        _waiting.AddRange(due);
        var change = WatchChange.None;
        while (_waiting.Count > 0 && !interruption.IsCancellationRequested && !IsOutdated())
            change = change.And(RunInOne(due, endsOnChange));
        foreach (var notebook in _waiting)
            notebook.IsDue = true;
        return change;

        bool IsOutdated() => endsOnChange && due.Any(notebook => notebook.IsDue && !notebook.IsGone && !IsLeftOut(notebook));
    }

    private static bool IsLeftOut(WatchedNotebook notebook) => notebook.Result is { Outcome.IsLeftOut: true };

    private WatchChange RunInOne(IReadOnlyList<WatchedNotebook> due, bool endsOnChange)
    {
        var start = console.Time.GetTimestamp();
        using var account = new AccountReader<RunnerMessage>();
        using var runner = supply.Take();
        runner.Give(JsonSerializer.Serialize(new RunJob(arguments, [.. _waiting.Select(notebook => notebook.Target)], account.Path)));
        WaitHandle[] signals = [runner.Ended, interruption.WaitHandle, watcher.Changed];
        var change = WatchChange.None;
        var lastLook = start;
        while (true)
        {
            var signal = WaitHandle.WaitAny(signals, Tick);
            TakeIn(account);
            if (signal is 0)
                break;
            if (interruption.IsCancellationRequested)
                return change;
            if (signal is WaitHandle.WaitTimeout && console.Time.GetElapsedTime(lastLook) < watcher.Interval)
                continue;
            lastLook = console.Time.GetTimestamp();
            change = change.And(notebooks.Refresh());
            if (endsOnChange && due.Any(notebook => notebook.IsDue && !IsLeftOut(notebook)))
                return change;
        }

        if (_waiting is [var died, ..])
            Bury(died, runner.End, console.Time.GetElapsedTime(start));
        return change;
    }

    private void TakeIn(AccountReader<RunnerMessage> account)
    {
        var messages = account.ReadNew();
        foreach (var message in messages)
        {
            var notebook = notebooks.Find(message.Notebook);
            switch (message)
            {
                case RunnerMessage.DependsOn(_, var dependency):
                    notebook.DependOn(dependency, notebooks.Disk);
                    break;
                case RunnerMessage.Ended(_, var result):
                    notebook.End(result);
                    _waiting.Remove(notebook);
                    break;
            }
        }

        if (messages.OfType<RunnerMessage.DependsOn>().Any())
            watcher.Watch(notebooks.Dependencies);
    }

    private void Bury(WatchedNotebook notebook, string end, TimeSpan elapsed)
    {
        notebook.End(new NotebookResult(NotebookOutcome.Died(notebook.Target.Shown, "", end) with { Elapsed = elapsed }));
        _waiting.Remove(notebook);
    }
}
