namespace IpytestNet.Stopping;

/// <summary>Code that can be stopped as a whole, a cell or a test: it knows the threads that run it, also those that it starts.</summary>
/// <param name="owner">Whose code it is.</param>
internal sealed class StopScope(object? owner = null)
{
    // Code that swallows the exception of an interrupt may block again at once.
    private static readonly TimeSpan BetweenInterrupts = TimeSpan.FromMilliseconds(100);

    private static readonly AsyncLocal<StopScope?> Ambient = new(Changed);

    private readonly BriefLock _threadsLock = new();
    private HashSet<Thread>? _threads;
    private Thread? _ownThread;
    private Timer? _again;
    private bool _stopped;
    private bool _resumed;
    private bool _counted;
    private bool _settled;
    private bool _shielded;

    /// <summary>The scope of the code that asks, or null.</summary>
    public static StopScope? Current => Ambient.Value;

    /// <summary>Whether the calling code is to stop.</summary>
    public static bool IsCallerStopped => Ambient.Value is { IsStopped: true } scope && !(scope._shielded && scope.IsOwnThread);

    /// <summary>Whose code it is.</summary>
    public object? Owner { get; } = owner;

    /// <summary>The task of the user's code that is awaited, where its framework hides it behind one of its own; null if not known.</summary>
    public Task? Awaited { get; set; }

    /// <summary>Whether the code was told to stop.</summary>
    public bool IsStopped => Volatile.Read(ref _stopped);

    /// <summary>Whether a stop was taken back, and the code was not told again.</summary>
    public bool IsResumed => Volatile.Read(ref _resumed);

    /// <summary>Whether any thread runs the code.</summary>
    public bool IsRunning
    {
        get
        {
            using (_threadsLock.Enter())
                return _threads is { Count: > 0 };
        }
    }

    private bool IsOwnThread => _ownThread == Thread.CurrentThread;

    /// <summary>Makes a scope that of the caller from here on, and of all threads and tasks that it starts; null for none.</summary>
    public static void Enter(StopScope? scope)
    {
        if (scope is not null)
            scope._ownThread = Thread.CurrentThread;
        Ambient.Value = scope;
    }

    /// <summary>Shields the caller until what is returned is disposed of: no stop hits what it does meanwhile.</summary>
    public static Shield Leave()
    {
        var scope = Ambient.Value;
        if (scope is { IsOwnThread: true, _shielded: false })
            scope.ShieldOwnThread();
        else
            Ambient.Value = null;
        return new Shield(scope);
    }

    /// <summary>Takes an interrupt that is pending from the calling thread.</summary>
    public static void SwallowInterrupt()
    {
        try
        {
            Thread.Sleep(1);
        }
        catch (ThreadInterruptedException)
        {
        }
    }

    /// <summary>Stops the code: what runs at its next guard, blocked threads at once; the scope's own thread again and again.</summary>
    /// <param name="meanwhile">What is done before threads are interrupted, when guards stop the code already.</param>
    public void Stop(Action? meanwhile = null)
    {
        using (_threadsLock.Enter())
        {
            if (_settled)
                return;
            Volatile.Write(ref _stopped, true);
            Volatile.Write(ref _resumed, false);
            CountIn();
        }

        meanwhile?.Invoke();
        using (_threadsLock.Enter())
        {
            foreach (var thread in _threads ?? [])
                Interrupt(thread);
            if (!_settled)
                _again ??= DetachedTimer.Start(InterruptAgain, BetweenInterrupts, BetweenInterrupts);
        }
    }

    /// <summary>Stops what still runs of code that has ended.</summary>
    public void StopRest()
    {
        using (_threadsLock.Enter())
        {
            Volatile.Write(ref _stopped, true);
            CountIn();
            foreach (var thread in _threads ?? [])
                Interrupt(thread);
        }
    }

    /// <summary>Takes a stop back, so that the caller can clean up; once the scope's own thread is done, it remains.</summary>
    public void Resume()
    {
        using (_threadsLock.Enter())
        {
            if (_settled)
                return;
            Volatile.Write(ref _resumed, _resumed || _stopped);
            Volatile.Write(ref _stopped, false);
            _again?.Dispose();
            _again = null;
            if (_counted)
                StopRequests.Close();
            _counted = false;
        }

        SwallowInterrupt();
    }

    /// <summary>Ends interrupts of the scope's own thread, which is done with the code.</summary>
    public void Settle()
    {
        using (_threadsLock.Enter())
        {
            _settled = true;
            _again?.Dispose();
        }
    }

    private static void Changed(AsyncLocalValueChangedArgs<StopScope?> change)
    {
        if (ReferenceEquals(change.PreviousValue, change.CurrentValue))
            return;
        change.PreviousValue?.Remove(Thread.CurrentThread);
        change.CurrentValue?.Add(Thread.CurrentThread);
    }

    private void ShieldOwnThread()
    {
        using (_threadsLock.Enter())
        {
            _shielded = true;
            if (!_stopped)
                return;
        }

        SwallowInterrupt();
    }

    private void UnshieldOwnThread()
    {
        using (_threadsLock.Enter())
        {
            _shielded = false;
            if (_stopped)
                Interrupt(_ownThread!);
        }
    }

    private void Add(Thread thread)
    {
        using (_threadsLock.Enter())
        {
            (_threads ??= []).Add(thread);
            if (!_stopped)
                return;
            CountIn();
            Interrupt(thread);
        }
    }

    private void Remove(Thread thread)
    {
        using (_threadsLock.Enter())
        {
            _threads?.Remove(thread);
            if (!_stopped)
                return;
            CountOut();
        }

        // The thread goes back to other work (it may be of the thread pool): a pending interrupt must not hit that.
        SwallowInterrupt();
    }

    // Only while code of the scope runs must guards look closely; it may go on after the scope's end.
    private void CountIn()
    {
        if (_counted || _threads is not { Count: > 0 })
            return;
        _counted = true;
        StopRequests.Open();
    }

    private void CountOut()
    {
        if (!_counted || _threads is { Count: > 0 })
            return;
        _counted = false;
        StopRequests.Close();
    }

    private void Interrupt(Thread thread)
    {
        if (thread != _ownThread || !(_settled || _shielded))
            thread.Interrupt();
    }

    // Others run on, if they must; the scope ends with its own thread.
    private void InterruptAgain()
    {
        using (_threadsLock.Enter())
        {
            if (_stopped && !_settled && _ownThread is { } thread && _threads?.Contains(thread) == true)
                Interrupt(thread);
        }
    }

    /// <summary>A stretch of code that no stop hits.</summary>
    /// <param name="scope">The scope that the code goes back to.</param>
    internal readonly ref struct Shield(StopScope? scope)
    {
        /// <summary>Goes back.</summary>
        public void Dispose()
        {
            if (scope is null)
                return;
            if (ReferenceEquals(Ambient.Value, scope))
                scope.UnshieldOwnThread();
            else
                Ambient.Value = scope;
        }
    }
}
