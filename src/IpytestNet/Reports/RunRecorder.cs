using IpytestNet.Execution;
using IpytestNet.Plugins;

namespace IpytestNet.Reports;

/// <summary>Takes down the messages of runs as text, while their sources are at hand.</summary>
/// <param name="time">The clock.</param>
/// <param name="color">Whether traces are taken down with colours too.</param>
internal sealed class RunRecorder(TimeProvider time, bool color)
{
    private readonly Dictionary<string, DateTimeOffset> _starts = new(StringComparer.Ordinal);
    private FailureTexts? _texts;
    private string _module = "";

    /// <summary>Makes ready for the messages of a run.</summary>
    public void Expect(PluginContext run)
    {
        _texts = new FailureTexts(run, color);
        _module = run.ModuleName;
    }

    /// <summary>Takes down a message; null if there is nothing to keep of it.</summary>
    public RunEntry? TakeDown(RunMessage message)
    {
        switch (message)
        {
            case RunMessage.Started:
                _starts.Clear();
                return new RunEntry.Began(_module, time.GetLocalNow());
            case RunMessage.Warning warning:
                return new RunEntry.Warned(warning.Test is { } test ? warning with { Test = Bare(test) } : warning);
            case RunMessage.Collected collected:
                return new RunEntry.Collected([.. collected.Selected.Select(Bare)]);
            case RunMessage.TestStarted started:
                _starts[started.Test.NodeId] = time.GetLocalNow();
                return null;
            case RunMessage.TestFinished finished:
                return new RunEntry.TestEnded(ResultOf(finished));
            case RunMessage.Finished finished:
                // It would keep the texts of the notebook.
                _texts = null;
                return new RunEntry.Ended(finished with { Interrupted = finished.Interrupted is { } interrupted ? Bare(interrupted) : null });
            default:
                return null;
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
