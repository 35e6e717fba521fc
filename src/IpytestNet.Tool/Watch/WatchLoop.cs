using IpytestNet.Tool.Runners;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Watch;

/// <summary>Runs notebooks, waits for a reason to run some again, and so on until it is ended.</summary>
internal sealed class WatchLoop : IDisposable
{
    // A notebook may write what it depends on: it would never come to an end.
    private const int MostRestarts = 3;
    private const int MostRunsInARow = 6;

    private readonly IReadOnlyList<string> _arguments;
    private readonly WatchedNotebooks _notebooks;
    private readonly ToolConsole _console;
    private readonly CancellationToken _interruption;
    private readonly WatchScreen _screen;
    private readonly ChangeWatcher _watcher;
    private readonly KeyReader _keys;
    private readonly RunnerSupply _supply = new(WatchJobCommand.Verb);
    private WatchChange _change = WatchChange.None;
    private int _changedWhileRunning;

    /// <param name="arguments">The arguments of the command.</param>
    /// <param name="notebooks">The notebooks.</param>
    /// <param name="console">The process around it.</param>
    /// <param name="palette">The colours.</param>
    /// <param name="interruption">Signalled by Ctrl+C.</param>
    public WatchLoop(IReadOnlyList<string> arguments, WatchedNotebooks notebooks, ToolConsole console, Palette palette, CancellationToken interruption)
    {
        _arguments = arguments;
        _notebooks = notebooks;
        _console = console;
        _interruption = interruption;
        _screen = new WatchScreen(console, palette);
        _watcher = new ChangeWatcher(console.Time, polls: console.Variable("DOTNET_USE_POLLING_FILE_WATCHER") is "1" or "true");
        _keys = new KeyReader(console.Input);
    }

    /// <summary>Watches until Ctrl+C.</summary>
    /// <returns>Ok if every notebook's last result is good.</returns>
    public ExitCode Run()
    {
        var why = $"first run of {WatchScreen.Count(_notebooks.Present.Count, "notebook")}";
        while (why is not null)
        {
            RunDue(why);
            why = WaitForReason();
        }

        return _notebooks.Present.All(notebook => notebook.Result is { IsGood: true }) ? ExitCode.Ok : ExitCode.TestsFailed;
    }

    public void Dispose()
    {
        _supply.Dispose();
        _watcher.Dispose();
    }

    private void RunDue(string why)
    {
        var due = _notebooks.Due;
        _watcher.Watch(_notebooks.Dependencies);
        _screen.Begin(why);
        foreach (var notebook in due)
            notebook.Begin(_notebooks.Disk);
        _change = new JobRun(_arguments, _notebooks, _watcher, _supply, _console, _interruption).Run(due, endsOnChange: _changedWhileRunning < MostRestarts);
        if (_interruption.IsCancellationRequested)
            return;
        _change = _change.And(_notebooks.Refresh());
        _changedWhileRunning = due.Any(notebook => notebook.IsDue) ? _changedWhileRunning + 1 : 0;
        if (_changedWhileRunning > MostRunsInARow)
            Accept(due);
        if (_changedWhileRunning is 0)
            Show(due);
    }

    // What a notebook writes itself is the same when it runs again, or else is no reason to.
    private void Accept(IReadOnlyList<WatchedNotebook> due)
    {
        _screen.Say($"{_screen.Names(_change.Files)} changed in each of the last {MostRunsInARow} runs: waiting for the next change");
        foreach (var notebook in due)
        {
            notebook.Accept(_notebooks.Disk);
            notebook.IsDue = false;
        }

        _change = WatchChange.None;
        _changedWhileRunning = 0;
    }

    private void Show(IReadOnlyCollection<WatchedNotebook> ran)
    {
        _screen.Show(_notebooks.Present, ran);
        var before = _watcher.Problem;
        _watcher.Watch(_notebooks.Dependencies);
        if (_watcher.Problem is { } problem && problem != before)
            _screen.Say($"looking for changes every {_watcher.Interval.TotalSeconds} s, as the system does not tell of them: {problem}");
        _screen.ShowWatching(_notebooks.Present.Count, _notebooks.CountFiles());
        _supply.Prepare(_notebooks.Projects);
    }

    private string? WaitForReason()
    {
        WaitHandle[] signals = [_interruption.WaitHandle, _keys.Entered, _watcher.Changed];
        while (!_interruption.IsCancellationRequested)
        {
            if (ReasonIn(Interlocked.Exchange(ref _change, WatchChange.None)) is { } why)
                return why;
            switch (WaitHandle.WaitAny(signals, _watcher.Interval))
            {
                case 1 when _keys.Line is "q":
                    return null;
                case 1 when _keys.Line is "":
                    foreach (var notebook in _notebooks.Present)
                        notebook.IsDue = true;
                    return $"run of all {WatchScreen.Count(_notebooks.Present.Count, "notebook")}, as you asked";
                case 2 or WaitHandle.WaitTimeout:
                    _change = _notebooks.Refresh();
                    break;
            }
        }

        return null;
    }

    private string? ReasonIn(WatchChange change)
    {
        if (change.Gone.Count > 0)
            _screen.Say($"{_screen.Names(change.Gone)} is gone, and is left out until it comes back");
        if (change.Files.Count > 0 && _notebooks.Due is { Count: > 0 } due)
            return $"{_screen.Names(change.Files)} changed: {due.Count} of {WatchScreen.Count(_notebooks.Present.Count, "notebook")} to run";
        if (change.Gone.Count > 0)
            Show([]);
        return null;
    }
}
