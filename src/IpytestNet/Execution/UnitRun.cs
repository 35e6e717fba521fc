using IpytestNet.Stopping;

namespace IpytestNet.Execution;

/// <summary>Runs one unit on the calling worker, and sees to it that what takes too long is stopped or left behind.</summary>
internal abstract class UnitRun : IDisposable
{
    /// <summary>How long a test that was told to stop, or a cleanup after that, may take.</summary>
    protected static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly BriefLock _gate = new();
    private readonly Watch _watch;
    private readonly Action<UnitRun> _takeOver;
    private StoppableCall? _call;
    private StoppableCall? _stuck;
    private TestWorker? _worker;

    /// <param name="work">What all tests have in common.</param>
    /// <param name="takeOver">Starts another worker, which calls <see cref="TakeOver"/>.</param>
    protected UnitRun(RunWork work, Action<UnitRun> takeOver)
    {
        Work = work;
        _takeOver = takeOver;
        _watch = new Watch(Elapsed);
    }

    /// <summary>The tests that were not run, since one before them took too long.</summary>
    public abstract IReadOnlyList<TestCase> Rest { get; }

    /// <summary>What the framework may take around a test: its own start is not the test's fault.</summary>
    protected TimeSpan? LimitAround => Work.Options.Timeout + Grace;

    /// <summary>Whether the unit was left behind or has ended.</summary>
    protected bool IsClosed { get; private set; }

    /// <summary>What all tests have in common.</summary>
    protected RunWork Work { get; }

    /// <summary>Runs the unit, or as much of it as the run allows.</summary>
    public abstract void Run();

    /// <summary>Reports, on another worker, that one was left behind, and ends the unit.</summary>
    public void TakeOver()
    {
        LeftBehind(_stuck!);
        EndAfterLeft();
    }

    /// <summary>Stops the unit, since the run is interrupted; cleanups are given time.</summary>
    public void Interrupt()
    {
        using (_gate.Enter())
        {
            if (_call is null)
                return;
            _watch.Set(Grace);
            if (!_call.IsCleanup)
                _call.Stop(forTime: false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _watch.Dispose();

    /// <summary>Runs code that can be stopped.</summary>
    /// <returns>Whether it came back.</returns>
    protected bool Call(StoppableCall call, Func<ValueTask> code, TimeSpan? limit)
    {
        StoppableCall? around;
        using (_gate.Enter())
        {
            around = _call;
            _call = call;
            _worker = TestWorker.Current ?? _worker;
            _watch.Set(limit);
        }

        // An interrupt before this was of no call.
        if (Work.Cancellation.IsCancellationRequested)
            Interrupt();
        var cameBack = call.Run(code);
        using (_gate.Enter())
        {
            if (ReferenceEquals(_call, call))
                _call = around;
            if (around is not null)
                _watch.Set(LimitAround);
        }

        return cameBack;
    }

    /// <summary>Gives a call that was told to stop time to clean up.</summary>
    protected void LetCleanUp(StoppableCall call)
    {
        using (_gate.Enter())
            _watch.Set(Grace);
        call.Resume();
    }

    /// <summary>Says that code does not stop.</summary>
    protected abstract void LeftBehind(StoppableCall call);

    /// <summary>Ends the unit after its worker was left behind.</summary>
    protected abstract void EndAfterLeft();

    /// <summary>Takes down that a call has its result, unless it came too late.</summary>
    protected bool TryAnswer(StoppableCall call, bool isAnswered = true)
    {
        using (_gate.Enter())
        {
            if (!IsClosed)
                call.IsAnswered = isAnswered;
            return !IsClosed;
        }
    }

    /// <summary>Begins the time of a test anew.</summary>
    protected void StartTime()
    {
        using (_gate.Enter())
        {
            if (_call is { IsStopped: false })
                _watch.Set(Work.Options.Timeout);
        }
    }

    /// <summary>Ends the unit; what still comes is dropped.</summary>
    protected void Close()
    {
        using (_gate.Enter())
            IsClosed = true;
    }

    private void Elapsed(long setting)
    {
        StoppableCall call;
        using (_gate.Enter())
        {
            // Another call may have begun meanwhile.
            if (_call is null || setting != _watch.Setting)
                return;
            call = _call;
            if (!call.IsStopped || call.CleansUp)
            {
                _watch.Set(Grace);
                call.Stop(forTime: true);
                return;
            }

            // It has come back in the last moment.
            if (call.IsAnswered)
                return;
            IsClosed = true;
            _call = null;
            _worker!.LeaveBehind();
            // What hangs now may be a clean-up that had leave to go on.
            call.Stop(forTime: true);
        }

        // The other worker reports it: this thread belongs to no cell.
        _stuck = call;
        _takeOver(this);
    }
}
