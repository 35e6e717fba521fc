using IpytestNet.Execution;
using IpytestNet.Plugins;

namespace IpytestNet.Reports;

/// <summary>What a report has heard so far, of one run or of several; all of it is text, so that nothing of a notebook is kept alive.</summary>
/// <param name="time">The clock.</param>
/// <param name="color">Whether traces are taken down with colours too, as escape sequences.</param>
internal sealed class RunRecord(TimeProvider time, bool color = false)
{
    private readonly List<ReportedRun> _runs = [];
    private readonly List<ReportedNotebook> _notebooks = [];
    private readonly RunRecorder _recorder = new(time, color);

    /// <summary>The runs, in their order.</summary>
    public IReadOnlyList<ReportedRun> Runs => _runs;

    /// <summary>The notebooks that have ended, in their order; none where a run is not that of a whole notebook.</summary>
    public IReadOnlyList<ReportedNotebook> Notebooks => _notebooks;

    /// <summary>The tests of all runs.</summary>
    public IEnumerable<TestResult> Results => _runs.SelectMany(run => run.Results);

    /// <summary>When the first run began; now if none has.</summary>
    public DateTimeOffset Start => _runs is [] ? time.GetLocalNow() : _runs.Min(run => run.Start);

    /// <summary>How long the runs took, without what was between them.</summary>
    public TimeSpan Duration => _runs.Aggregate(TimeSpan.Zero, (sum, run) => sum + (run.End?.Duration ?? TimeSpan.Zero));

    /// <summary>Makes ready for the messages of a run.</summary>
    public void Expect(PluginContext run) => _recorder.Expect(run);

    /// <summary>Takes down a message.</summary>
    public void Add(RunMessage message)
    {
        if (_recorder.TakeDown(message) is { } entry)
            Add(entry);
    }

    /// <summary>Adds what was taken down, here or in another process.</summary>
    public void Add(RunEntry entry)
    {
        switch (entry)
        {
            case RunEntry.Began began:
                _runs.Add(new ReportedRun(began.Module, began.Start));
                break;
            case RunEntry.Warned warned:
                _runs[^1].Add(warned.Warning);
                break;
            case RunEntry.Collected collected:
                _runs[^1].Collected = collected.Tests;
                break;
            case RunEntry.TestEnded ended:
                _runs[^1].Add(ended.Result);
                break;
            case RunEntry.Ended ended:
                _runs[^1].End = ended.End;
                break;
            case RunEntry.NotebookEnded ended:
                _notebooks.Add(ended.Notebook);
                break;
        }
    }
}
