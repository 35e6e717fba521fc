namespace IpytestNet.Execution;

/// <summary>Cleans up what tests have left for others that do not come: fixtures that live longer than a test.</summary>
/// <param name="work">What all tests have in common.</param>
/// <param name="last">The test that has used them last, which errors are told of.</param>
/// <param name="surroundings">What was made ready for the tests.</param>
/// <param name="takeOver">Starts another worker, which ends this.</param>
internal sealed class FinalCleanup(RunWork work, TestCase last, ITestSurroundings surroundings, Action<UnitRun> takeOver) : UnitRun(work, takeOver)
{
    private readonly TestOutput? _output = work.Capture.Begin(last);
    private readonly List<Failure> _failures = [];
    private StoppableCall? _call;

    /// <inheritdoc/>
    public override IReadOnlyList<TestCase> Rest => [];

    /// <inheritdoc/>
    public override void Run()
    {
        _call = new StoppableCall(_output, isCleanup: true);
        Call(_call, EndAsync, Work.Cancellation.IsCancellationRequested ? Grace : Work.Options.Timeout);
        if (!TestWorker.IsCallerLeftBehind)
            Finish();
    }

    /// <inheritdoc/>
    protected override void EndAfterLeft() => Finish();

    /// <inheritdoc/>
    protected override void LeftBehind(StoppableCall call) =>
        Work.Journal.Warn(last, $"the teardown after {last.NodeId} did not stop: it runs code that no interrupt reaches. It is left behind on its thread, and the run goes on.");

    private async ValueTask EndAsync() => _failures.AddRange(await surroundings.EndAsync());

    private void Finish()
    {
        if (_call!.IsStopped)
            StopOutcome.JudgeCleanup(_failures, Work.Options.Timeout ?? Grace, _call);
        var (output, error) = _output?.Take() ?? ("", "");
        foreach (var failure in _failures)
            Work.Journal.Finished(new RunMessage.TestFinished(last, new TestOutcome.Errored(failure, "teardown"), TimeSpan.Zero, output, error));
        _output?.End();
        Work.Capture.Restore();
        Work.KeepIfRunning(_call);
    }
}
