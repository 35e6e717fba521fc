using System.Diagnostics;
using IpytestNet.Assertions;

namespace IpytestNet.Execution;

/// <summary>One test that is set up, called and torn down by us.</summary>
/// <param name="work">What all tests have in common.</param>
/// <param name="test">The test.</param>
/// <param name="next">The test that follows in the sequence, or null.</param>
/// <param name="surroundings">Its fixtures.</param>
/// <param name="takeOver">Starts another worker.</param>
internal sealed class SingleTest(RunWork work, TestCase test, TestCase? next, ITestSurroundings surroundings, Action<UnitRun> takeOver)
    : UnitRun(work, takeOver), ITestListener
{
    private readonly TestOutput? _output = work.Capture.Begin(test);
    private readonly List<TestPhase> _phases = [];
    private readonly List<Failure> _cleanupFailures = [];
    private readonly List<StoppableCall> _calls = [];
    private readonly long _start = Stopwatch.GetTimestamp();
    private StoppableCall? _teardown;
    private TestOutcome? _outcome;
    private TimeSpan _duration;
    private string? _frameworkOutput;
    private (string Output, string Error) _ofCall = ("", "");

    // What the test may have is signalled when it is to end; it is not disposed of, since the test may keep it.
    private readonly CancellationTokenSource _stopping = new();

    private StoppableCall? Stopped => _calls.Find(call => call.IsStopped);

    private TimeSpan? TimeLeft => Work.Options.Timeout is { } limit
        ? TimeSpan.FromTicks(Math.Max(0, (limit - Stopwatch.GetElapsedTime(_start)).Ticks))
        : null;

    /// <inheritdoc/>
    public override IReadOnlyList<TestCase> Rest => [];

    /// <inheritdoc/>
    public override void Run()
    {
        Work.Journal.Started(test);
        NotedExceptions.Forget();
        if (OutcomeWithoutRun() is { } outcome)
        {
            Work.Journal.Finished(new RunMessage.TestFinished(test, outcome, TimeSpan.Zero, "", ""));
            Work.Journal.Ended(test);
            return;
        }

        if (!Enter(SetUpAsync))
            return;
        EndPhase("setup", _start);
        if (_outcome is null && Stopped is null && !Enter(CallAsync))
            return;
        TearDown();
    }

    /// <inheritdoc/>
    protected override void EndAfterLeft()
    {
        if (_teardown is null)
            TearDown();
        else
            Finish();
    }

    /// <inheritdoc/>
    bool ITestListener.Run(TestCase test, Func<ValueTask> code)
    {
        Enter(code);
        return true;
    }

    /// <inheritdoc/>
    bool ITestListener.Knows(TestCase test) => _outcome is not null || Stopped is not null;

    /// <inheritdoc/>
    void ITestListener.Started(TestCase test)
    {
    }

    /// <inheritdoc/>
    bool ITestListener.Finished(TestCase test, TestOutcome outcome, TimeSpan duration, string? frameworkOutput)
    {
        // A call that was given up may still end.
        if (_teardown is not null)
            return true;
        _outcome = outcome;
        _duration = duration;
        _frameworkOutput = frameworkOutput;
        return true;
    }

    /// <inheritdoc/>
    void ITestListener.CleansUp()
    {
        if (Stopped is { } call && _teardown is null)
            LetCleanUp(call);
    }

    /// <inheritdoc/>
    void ITestListener.FailedCleanup(TestCase test, Failure failure) => _cleanupFailures.Add(failure);

    /// <inheritdoc/>
    protected override void LeftBehind(StoppableCall call) =>
        Work.Journal.Warn(test, "The test did not stop: it runs code that no interrupt reaches. It is left behind on its thread, and the run goes on.");

    private TestOutcome? OutcomeWithoutRun()
    {
        if (test.SkipReason is { } reason)
            return new TestOutcome.Skipped(reason);
        return test.ExpectedFailure is { Runs: false } expected && !Work.Options.RunXFail
            ? new TestOutcome.XFailed($"[NOTRUN] {expected.Reason}", null)
            : null;
    }

    /// <summary>Runs code that belongs to the test.</summary>
    /// <returns>Whether this worker is to go on with it.</returns>
    private bool Enter(Func<ValueTask> code)
    {
        var call = new StoppableCall(_output) { Stopping = () => _ = _stopping.CancelAsync() };
        _calls.Add(call);
        Call(call, code, TimeLeft);
        if (TestWorker.IsCallerLeftBehind)
            return false;
        Work.KeepIfRunning(call);
        return true;
    }

    private async ValueTask SetUpAsync()
    {
        if (await surroundings.SetUpAsync(test, _stopping.Token) is { } failure)
            _outcome = failure.SkipReason is { } reason ? new TestOutcome.Skipped(reason) : new TestOutcome.Errored(failure, "setup");
    }

    private ValueTask CallAsync()
    {
        surroundings.Enter(test);
        return new ValueTask(test.Runner.RunAsync([test], this, Work.Cancellation));
    }

    private void TearDown()
    {
        if (_phases.Count == 0)
            EndPhase("setup", _start);
        _ofCall = _output?.Take() ?? ("", "");
        _teardown = new StoppableCall(_output, isCleanup: true);
        Judge();
        var isStopped = Stopped is not null || Work.Cancellation.IsCancellationRequested;
        var start = Stopwatch.GetTimestamp();
        Call(_teardown, TearDownAsync, isStopped ? Grace : Work.Options.Timeout);
        if (TestWorker.IsCallerLeftBehind)
            return;
        EndPhase("teardown", start);
        Finish();
    }

    private async ValueTask TearDownAsync() => _cleanupFailures.AddRange(await surroundings.TearDownAsync(test, next));

    private void Judge()
    {
        if (Stopped is not { } call)
            return;
        if (call.IsTimedOut)
        {
            var failure = StopOutcome.Timeout(Work.Options.Timeout ?? Grace, call, _outcome);
            _outcome = ReferenceEquals(call, _calls[0]) ? new TestOutcome.Errored(failure, "setup") : new TestOutcome.Failed(failure);
            _duration = Stopwatch.GetElapsedTime(_start);
        }

        _outcome ??= new TestOutcome.Failed(FailureReader.Read(call.Thrown ?? new CellInterruptedException()));
    }

    private void Finish()
    {
        var outcome = _outcome ?? new TestOutcome.Errored(FailureReader.Said($"{test.NodeId} gave no result."), "call");
        if (Stopped is { IsTimedOut: false } && StopOutcome.IsOfStop(outcome))
            Work.Journal.Interrupt(test);
        else
            Work.Journal.Finished(new RunMessage.TestFinished(test, outcome, _duration, _ofCall.Output + _frameworkOutput, _ofCall.Error) { Phases = _phases });
        if (_teardown!.IsStopped)
            StopOutcome.JudgeCleanup(_cleanupFailures, Stopped is null ? Work.Options.Timeout ?? Grace : Grace, _teardown);
        foreach (var failure in _cleanupFailures)
        {
            var (output, error) = _phases.Find(phase => phase.Name is "teardown") is { } phase ? (phase.StandardOutput, phase.StandardError) : ("", "");
            Work.Journal.Finished(new RunMessage.TestFinished(test, new TestOutcome.Errored(failure, "teardown"), TimeSpan.Zero, output, error));
        }

        foreach (var phase in _phases.Where(phase => !string.IsNullOrWhiteSpace(phase.StandardError)))
            Work.Journal.Warn(test, $"its {phase.Name} wrote to standard error:\n{phase.StandardError.TrimEnd()}");
        _output?.End();
        Work.Capture.Restore();
        Work.KeepIfRunning(_teardown);
        Work.Journal.Ended(test);
    }

    private void EndPhase(string name, long start)
    {
        var (output, error) = _output?.Take() ?? ("", "");
        _phases.Add(new TestPhase(name, Stopwatch.GetElapsedTime(start), output, error));
    }
}
