using IpytestNet.Execution;
using IpytestNet.Plugins;

namespace IpytestNet.Reports;

/// <summary>What a report has heard so far, of one run or of several; all of it is text, so that nothing of a notebook is kept alive.</summary>
/// <param name="time">The clock.</param>
/// <param name="color">Whether traces are taken down with colours, as escape sequences.</param>
internal sealed class RunRecord(TimeProvider time, bool color = false)
{
    private readonly List<ReportedRun> _runs = [];
    private readonly Dictionary<string, DateTimeOffset> _starts = new(StringComparer.Ordinal);
    private FailureTexts? _texts;
    private string _module = "";

    /// <summary>The runs, in their order.</summary>
    public IReadOnlyList<ReportedRun> Runs => _runs;

    /// <summary>The tests of all runs.</summary>
    public IEnumerable<TestResult> Results => _runs.SelectMany(run => run.Results);

    /// <summary>When the first run began; now if none has.</summary>
    public DateTimeOffset Start => _runs is [var first, ..] ? first.Start : time.GetLocalNow();

    /// <summary>How long the runs took, without what was between them.</summary>
    public TimeSpan Duration => _runs.Aggregate(TimeSpan.Zero, (sum, run) => sum + (run.End?.Duration ?? TimeSpan.Zero));

    /// <summary>Makes ready for the messages of a run.</summary>
    public void Expect(PluginContext run)
    {
        _texts = new FailureTexts(run, color);
        _module = run.ModuleName;
    }

    /// <summary>Takes down a message.</summary>
    public void Add(RunMessage message)
    {
        switch (message)
        {
            case RunMessage.Started:
                _starts.Clear();
                _runs.Add(new ReportedRun(_module, time.GetLocalNow()));
                break;
            case RunMessage.Warning warning:
                _runs[^1].Add(warning);
                break;
            case RunMessage.TestStarted started:
                _starts[started.Test.NodeId] = time.GetLocalNow();
                break;
            case RunMessage.TestFinished finished:
                _runs[^1].Add(ResultOf(finished));
                break;
            case RunMessage.Finished finished:
                // It would keep the texts of the notebook.
                _texts = null;
                _runs[^1].End = finished with { Interrupted = finished.Interrupted is { } test ? Bare(test) : null };
                break;
        }
    }

    private TestResult ResultOf(RunMessage.TestFinished finished) => new()
    {
        Test = Bare(finished.Test),
        Outcome = finished.Outcome,
        Start = _starts.TryGetValue(finished.Test.NodeId, out var start) ? start : time.GetLocalNow() - finished.Duration,
        CallDuration = finished.Duration,
        Phases = finished.Phases,
        CallOutput = finished.StandardOutput,
        CallError = finished.StandardError,
        Failure = _texts?.Of(finished),
    };

    // What runs a test, and the exception that it is to throw, are of the notebook.
    private static TestCase Bare(TestCase test) => test with { Runner = null!, Handle = null!, ExpectedFailure = null };
}
