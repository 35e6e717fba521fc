namespace IpytestNet.Execution;

/// <summary>Runs tests that must run one after the other, unit by unit.</summary>
internal sealed class SequenceRun(RunWork work, IReadOnlyList<TestCase> tests, ITestSurroundings surroundings, Action<SequenceRun> takeOver)
{
    private readonly LinkedList<TestUnit> _units = new(TestUnit.Divide(
        tests, test => test.SkipReason is not null || test.ExpectedFailure is { Runs: false } || surroundings.Concern(test)));

    private volatile UnitRun? _current;

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

    private UnitRun Begin(TestUnit unit) => unit.IsSingle
        ? new SingleTest(work, unit.Tests[0], _units.First?.Value.Tests[0], surroundings, TakeOver)
        : new BatchRun(work, unit.Tests, TakeOver);

    private void End(UnitRun run)
    {
        _current = null;
        run.Dispose();
        if (run.Rest is { Count: > 0 } rest)
            _units.AddFirst(new TestUnit(rest, IsSingle: false));
    }

    private void TakeOver(UnitRun stuck) => takeOver(this);
}
