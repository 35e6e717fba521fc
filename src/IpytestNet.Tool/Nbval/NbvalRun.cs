using System.Diagnostics;
using IpytestNet.CommandLine;
using IpytestNet.Execution;
using IpytestNet.Kernel.Documents;
using IpytestNet.Selection;

namespace IpytestNet.Tool.Nbval;

/// <summary>The check of a notebook: runs its cells, each of which is a test case.</summary>
/// <param name="document">The notebook.</param>
/// <param name="options">How outputs are compared.</param>
/// <param name="selection">The options of the command, with the node ids of this notebook as targets.</param>
/// <param name="check">Judges the cells.</param>
internal sealed class NbvalRun(NotebookDocument document, NbvalOptions options, RunOptions selection, CellCheck check)
{
    private readonly List<CellRecord> _updates = [];
    private readonly List<CellRecord> _executed = [];

    /// <summary>The cells of the notebook.</summary>
    public IReadOnlyList<CellCase> Cases { get; } = CellCase.Of(document);

    /// <summary>The cells whose outputs are to be stored anew.</summary>
    public IReadOnlyList<CellRecord> Updates => _updates;

    /// <summary>The cells that ran, with their outputs.</summary>
    public IReadOnlyList<CellRecord> Executed => _executed;

    /// <summary>How many cells failed.</summary>
    public int Failures { get; private set; }

    /// <summary>How many cells ran.</summary>
    public int CellsRun { get; private set; }

    /// <summary>All cells were run and judged that were to be.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Runs the notebook.</summary>
    /// <param name="engine">Runs the cells; null to only list them.</param>
    /// <param name="reporting">Hears of it.</param>
    /// <param name="listener">Hears of each cell.</param>
    /// <param name="interruption">Signalled by Ctrl+C.</param>
    /// <exception cref="UsageException">A node id leads to no cell, or an option does not fit.</exception>
    public ExitCode Run(ICellEngine? engine, NbvalReporting reporting, ICellListener listener, CancellationToken interruption)
    {
        var start = Stopwatch.GetTimestamp();
        var selected = TestSelection.Select([.. Cases.Select(one => one.Test)], selection, document.FileName);
        reporting.Send(new RunMessage.Started(Environment.CurrentDirectory));
        foreach (var one in Cases)
        {
            foreach (var warning in one.Markers.Warnings)
                reporting.Send(new RunMessage.Warning(warning) { Test = one.Test });
        }

        var items = reporting.Collected(selected).ToHashSet();
        var (stopped, isInterrupted) = engine is null || items.Count is 0 ? (null, false) : RunCells(engine, items, reporting, listener, interruption);
        IsComplete = stopped is null && !isInterrupted;
        var exitCode = isInterrupted || reporting.StopReason is not null ? ExitCode.Interrupted
            : Failures > 0 ? ExitCode.TestsFailed
            : items.Count > 0 ? ExitCode.Ok
            : ExitCode.NoTestsCollected;
        reporting.Send(new RunMessage.Finished(exitCode, Stopwatch.GetElapsedTime(start), reporting.StopReason ?? stopped));
        return exitCode;
    }

    private (string? Stopped, bool IsInterrupted) RunCells(
        ICellEngine engine, HashSet<TestCase> items, NbvalReporting reporting, ICellListener listener, CancellationToken interruption)
    {
        using var registration = interruption.Register(engine.Interrupt);
        string? death = null;
        var next = 0;
        var last = Enumerable.Range(0, Cases.Count).Last(i => items.Contains(Cases[i].Test));
        for (var i = 0; i < document.Cells.Count && next <= last; i++)
        {
            if (document.Cells[i] is { Kind: CellKind.Markdown, Source: var text })
                engine.AddMarkdown(text, i + 1);
            if (Cases[next].Index != i)
                continue;
            var one = Cases[next++];
            if (interruption.IsCancellationRequested)
                return (null, true);
            var isWanted = items.Contains(one.Test);
            if (one.Markers.SkippedBy is { } marker)
            {
                if (isWanted)
                    Report(one, new TestOutcome.Skipped(marker), TimeSpan.Zero, reporting);
                continue;
            }

            if (isWanted)
                reporting.Send(new RunMessage.TestStarted(one.Test));
            var start = Stopwatch.GetTimestamp();
            listener.Begin(one);
            var end = death is null ? engine.Run(one.Index, one.Cell, options.CellTimeout) : new CellEnd { Death = death };
            var elapsed = Stopwatch.GetElapsedTime(start);
            death = end.Death;
            if (death is null)
            {
                CellsRun++;
                _executed.Add(new CellRecord(one.Index, end.ExecutionCount, end.Outputs));
            }

            if (end.IsInterrupted)
                return (null, true);
            if (!isWanted)
                continue;

            var (failure, isUpdate) = check.Judge(one, end);
            if (isUpdate)
                _updates.Add(_executed[^1]);
            Failures += failure is null ? 0 : 1;
            Report(one, failure is null ? new TestOutcome.Passed() : new TestOutcome.Failed(failure), elapsed, reporting);
            if (failure is not null && listener.IsEnough(one))
                return next > last ? (null, false) : ($"stopping after {Failures} failures", false);
            if (reporting.StopReason is not null)
                return (null, false);
        }

        return (null, false);
    }

    private static void Report(CellCase one, TestOutcome outcome, TimeSpan elapsed, NbvalReporting reporting)
    {
        if (outcome is TestOutcome.Skipped)
            reporting.Send(new RunMessage.TestStarted(one.Test));
        reporting.Send(new RunMessage.TestFinished(one.Test, outcome, elapsed, "", ""));
    }
}
