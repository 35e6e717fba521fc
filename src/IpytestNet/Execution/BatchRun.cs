using IpytestNet.Assertions;
using IpytestNet.Stopping;

namespace IpytestNet.Execution;

/// <summary>Tests that their framework runs in one go.</summary>
internal sealed class BatchRun(RunWork work, IReadOnlyList<TestCase> tests, Action<UnitRun> takeOver) : UnitRun(work, takeOver), ITestListener
{
    private readonly HashSet<object> _reported = new(ReferenceEqualityComparer.Instance);
    private StoppableCall? _batch;
    private RunningTest? _running;
    private TestCase? _last;

    /// <inheritdoc/>
    public override IReadOnlyList<TestCase> Rest =>
        IsClosed || _batch is { IsStopped: true } ? [.. tests.Where(test => !_reported.Contains(test.Handle))] : [];

    /// <inheritdoc/>
    public override void Run()
    {
        _batch = new StoppableCall(Work.Capture.Begin());
        var cameBack = Call(_batch, () => new ValueTask(tests[0].Runner.RunAsync(tests, this, Work.Cancellation)), LimitAround);
        if (TestWorker.IsCallerLeftBehind)
            return;
        if (_batch.IsTimedOut && (!cameBack || Rest.Count == tests.Count) && Rest is [var stuck, ..])
            Report(stuck, _batch, outcome: null);
        Close();
        EndLast();
        _batch.Output?.End();
        Work.KeepIfRunning(_batch);
    }

    /// <inheritdoc/>
    protected override void EndAfterLeft() => EndLast();

    /// <inheritdoc/>
    bool ITestListener.Run(TestCase test, Func<ValueTask> code)
    {
        if (IsClosed || !Work.Journal.GoesOn)
            return false;
        var running = _running = new RunningTest(test, new StoppableCall(Work.Capture.Begin(test)));
        Call(running.Call, code, LimitAround);
        if (IsClosed)
            return false;
        if (running.Call.IsStopped && running.Results == 0)
            Report(running.Test, running.Call, outcome: null);
        _running = null;
        running.Call.Output?.End();
        Work.Capture.Restore();
        Work.KeepIfRunning(running.Call);
        return Work.Journal.GoesOn;
    }

    /// <inheritdoc/>
    bool ITestListener.Knows(TestCase test) => _reported.Contains(test.Handle);

    /// <inheritdoc/>
    void ITestListener.Started(TestCase test)
    {
        using var shield = StopScope.Leave();
        if (IsClosed || IsLate(test))
            return;
        EndLast();
        _last = test;
        NotedExceptions.Forget();
        if (_running is { } running)
            Begin(running, test);
        else
            _running = new RunningTest(test, _batch!);
        Work.Journal.Started(test);
        StartTime();
    }

    /// <inheritdoc/>
    bool ITestListener.Finished(TestCase test, TestOutcome outcome, TimeSpan duration, string? frameworkOutput)
    {
        using var shield = StopScope.Leave();
        if (IsLate(test))
            return !IsClosed && Work.Journal.GoesOn;
        if (_running is not { } running || !TryReport(test, running))
            return false;
        if (ReferenceEquals(running.Call, _batch))
            _running = null;
        if (running.Call.IsStopped)
            return Report(test, running.Call, outcome, duration, frameworkOutput);
        return Send(test, outcome, duration, running.Call, frameworkOutput);
    }

    /// <inheritdoc/>
    void ITestListener.CleansUp()
    {
        if (_running is { Call: { IsStopped: true, IsOfCaller: true } } running && !IsClosed)
            LetCleanUp(running.Call);
    }

    /// <inheritdoc/>
    void ITestListener.FailedCleanup(TestCase test, Failure failure)
    {
        using var shield = StopScope.Leave();
        if (IsClosed)
            return;
        var (output, error) = _batch!.Output?.Take() ?? ("", "");
        Work.Journal.Finished(new RunMessage.TestFinished(test, new TestOutcome.Errored(failure, "teardown"), TimeSpan.Zero, output, error));
    }

    /// <inheritdoc/>
    protected override void LeftBehind(StoppableCall call)
    {
        var stuck = _running is { Results: 0 } running ? running.Test : tests.FirstOrDefault(test => !_reported.Contains(test.Handle)) ?? tests[^1];
        Work.Journal.Warn(stuck, "The test did not stop: it runs code that no interrupt reaches. It is left behind on its thread, and the run goes on.");
        _reported.Add(stuck.Handle);
        Report(stuck, call, outcome: null);
        call.Output?.End();
    }

    // A test that awaited too long was given up; it may still go on, while another runs or none.
    private bool IsLate(TestCase test) => _running is { } running
        ? !ReferenceEquals(running.Call, _batch) && !ReferenceEquals(running.Test.Handle, test.Handle)
        : _reported.Contains(test.Handle);

    // Of a theory whose rows are only known when it runs, one row comes after the other.
    private void Begin(RunningTest running, TestCase test)
    {
        running.Test = test;
        TryAnswer(running.Call, isAnswered: false);
    }

    private void EndLast()
    {
        if (_last is { } last)
            Work.Journal.Ended(last);
        _last = null;
    }

    private bool TryReport(TestCase test, RunningTest running)
    {
        if (!TryAnswer(running.Call))
            return false;
        running.Results++;
        _reported.Add(test.Handle);
        return true;
    }

    /// <summary>Reports a test that was told to stop.</summary>
    private bool Report(TestCase test, StoppableCall call, TestOutcome? outcome, TimeSpan duration = default, string? frameworkOutput = null)
    {
        _reported.Add(test.Handle);
        if (call.IsTimedOut)
        {
            var limit = Work.Options.Timeout ?? TimeSpan.Zero;
            var failure = StopOutcome.Timeout(limit, call, outcome);
            var goesOn = Send(test, new TestOutcome.Failed(failure), duration > limit ? duration : limit, call, frameworkOutput);
            return goesOn && !ReferenceEquals(call, _batch);
        }

        if (outcome is not null && !StopOutcome.IsOfStop(outcome))
            return Send(test, outcome, duration, call, frameworkOutput);
        Work.Journal.Interrupt(test);
        return false;
    }

    private bool Send(TestCase test, TestOutcome outcome, TimeSpan duration, StoppableCall call, string? frameworkOutput)
    {
        // What was written since the last test is of this one's fixtures.
        var (output, error) = call.Output?.Take() ?? ("", "");
        var (before, errorBefore) = ReferenceEquals(call, _batch) ? ("", "") : _batch?.Output?.Take() ?? ("", "");
        return Work.Journal.Finished(new RunMessage.TestFinished(test, outcome, duration, before + output + frameworkOutput, errorBefore + error));
    }
}
