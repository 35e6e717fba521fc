namespace IpytestNet.Execution;

/// <summary>Runs tests that must run one after the other, unit by unit.</summary>
internal sealed class SequenceRun(RunWork work, IReadOnlyList<TestCase> tests, ITestSurroundings surroundings, Action<SequenceRun> takeOver)
{
    private readonly LinkedList<TestUnit> _units = new(TestUnit.Divide(
        tests, test => test.SkipReason is not null || test.ExpectedFailure is { Runs: false } || surroundings.Concern(test)));

    private volatile UnitRun? _current;
    private TestCase? _last;

    /// <summary>Runs the sequence, or as much of it as the run allows.</summary>
    public void Run()
    {
        while (work.Journal.GoesOn && _units.First is { Value: var unit })
        {
            _units.RemoveFirst();
            var run = _current = Begin(unit);
            run.Run();
            if (TestWorker.IsCallerLeftBehind)
                return;
            End(run);
        }

        CleanUp();
    }

    /// <summary>Goes on where a worker was left behind.</summary>
    public void GoOn()
    {
        var stuck = _current!;
        stuck.TakeOver();
        if (TestWorker.IsCallerLeftBehind)
            return;
        End(stuck);
        Run();
    }

    /// <summary>Stops what runs.</summary>
    public void Interrupt() => _current?.Interrupt();

    private void CleanUp()
    {
        if (_last is null || !surroundings.IsLeft)
            return;
        var cleanup = new FinalCleanup(work, _last, surroundings, TakeOver);
        _last = null;
        _current = cleanup;
        cleanup.Run();
        if (!TestWorker.IsCallerLeftBehind)
            End(cleanup);
    }

    private UnitRun Begin(TestUnit unit)
    {
        if (!unit.IsSingle)
            return new BatchRun(work, unit.Tests, TakeOver);
        _last = unit.Tests[0];
        return new SingleTest(work, _last, _units.First?.Value.Tests[0], surroundings, TakeOver);
    }

    private void End(UnitRun run)
    {
        _current = null;
        run.Dispose();
        if (run.Rest is { Count: > 0 } rest)
            _units.AddFirst(new TestUnit(rest, IsSingle: false));
    }

    private void TakeOver(UnitRun stuck) => takeOver(this);
}
