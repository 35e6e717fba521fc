namespace IpytestNet.Kernel.Execution;

/// <summary>One cell that runs: where its output goes, and which threads run its code.</summary>
internal sealed class ExecutionScope : IDisposable
{
    // Code that swallows the exception of an interrupt may block again at once.
    private static readonly TimeSpan BetweenInterrupts = TimeSpan.FromMilliseconds(100);

    private static readonly AsyncLocal<ExecutionScope?> Ambient = new(Changed);

    private readonly BriefLock _threadsLock = new();
    private readonly HashSet<Thread> _threads = [];
    private readonly CancellationTokenSource _interruption = new();
    private readonly OutputChannel _output;
    private Thread? _cellThread;
    private Timer? _again;
    private bool _interrupted;
    private bool _counted;
    private bool _settled;

    /// <param name="output">Takes what the cell puts out.</param>
    /// <param name="before">The scope of the cell before this one, whose late output comes here.</param>
    public ExecutionScope(Action<CellOutput> output, ExecutionScope? before = null)
    {
        _output = new OutputChannel(output);
        before?._output.ContinueIn(_output);
        Newest = this;
    }

    /// <summary>The scope of the code that asks, or null.</summary>
    public static ExecutionScope? Current => Ambient.Value;

    /// <summary>The scope of the cell that started last in this process, or null.</summary>
    public static ExecutionScope? Newest { get; private set; }

    /// <summary>Signalled when the cell is interrupted.</summary>
    public CancellationToken Interruption => _interruption.Token;

    /// <summary>Whether the cell has been interrupted.</summary>
    public bool IsInterrupted => Volatile.Read(ref _interrupted);

    /// <summary>Whether the cell was left behind.</summary>
    public bool IsAbandoned { get; private set; }

    /// <summary>The declarations that the cell's code has come past.</summary>
    public ReachedDeclarations Reached { get; } = new();

    /// <summary>Makes this the scope of the caller from here on, and of all threads and tasks that it starts.</summary>
    public void Enter()
    {
        _cellThread = Thread.CurrentThread;
        Ambient.Value = this;
    }

    /// <summary>Sends output on its way.</summary>
    public void Send(CellOutput output) => _output.Send(output);

    /// <summary>Throws if the cell is interrupted.</summary>
    public void ThrowIfInterrupted()
    {
        if (IsInterrupted)
            throw new CellInterruptedException();
    }

    /// <summary>Stops the cell: running code at its next guard, blocked threads at once.</summary>
    public void Interrupt()
    {
        using (_threadsLock.Enter())
        {
            if (_settled)
                return;
            Volatile.Write(ref _interrupted, true);
            CountIn();
        }

        _interruption.Cancel();
        using (_threadsLock.Enter())
        {
            foreach (var thread in _threads)
                InterruptIfUnsettled(thread);
            if (!_settled)
                _again ??= new Timer(_ => InterruptAgain(), state: null, BetweenInterrupts, BetweenInterrupts);
        }
    }

    /// <summary>Ends interrupts of the cell's own thread, the caller, which has left the code of the cell and now reports.</summary>
    public void Settle()
    {
        using (_threadsLock.Enter())
        {
            _settled = true;
            _again?.Dispose();
        }

        SwallowInterrupt();
    }

    /// <summary>Ends the cell, whose late output comes with that of the next one.</summary>
    public void Dispose()
    {
        using (_threadsLock.Enter())
        {
            _settled = true;
            _again?.Dispose();
        }

        _output.Close();
    }

    /// <summary>Leaves a cell behind that did not stop: what it still puts out is dropped.</summary>
    public void Abandon()
    {
        IsAbandoned = true;
        _output.Drop();
    }

    private static void Changed(AsyncLocalValueChangedArgs<ExecutionScope?> change)
    {
        if (ReferenceEquals(change.PreviousValue, change.CurrentValue))
            return;
        change.PreviousValue?.Leave(Thread.CurrentThread);
        change.CurrentValue?.Join(Thread.CurrentThread);
    }

    private static void SwallowInterrupt()
    {
        try
        {
            Thread.Sleep(1);
        }
        catch (ThreadInterruptedException)
        {
        }
    }

    private void Join(Thread thread)
    {
        using (_threadsLock.Enter())
        {
            _threads.Add(thread);
            if (!_interrupted)
                return;
            CountIn();
            InterruptIfUnsettled(thread);
        }
    }

    private void Leave(Thread thread)
    {
        using (_threadsLock.Enter())
        {
            _threads.Remove(thread);
            if (!_interrupted)
                return;
            CountOut();
        }

        // The thread goes back to other work (it may be of the thread pool): a pending interrupt must not hit that.
        SwallowInterrupt();
    }

    // Only while code of the cell runs must guards look closely; it may go on after the cell's end.
    private void CountIn()
    {
        if (_counted)
            return;
        _counted = true;
        StopRequests.Open();
    }

    private void CountOut()
    {
        if (!_counted || _threads.Count > 0)
            return;
        _counted = false;
        StopRequests.Close();
    }

    private void InterruptIfUnsettled(Thread thread)
    {
        if (!_settled || thread != _cellThread)
            thread.Interrupt();
    }

    // Others run on, if they must; the cell ends with its own thread.
    private void InterruptAgain()
    {
        using (_threadsLock.Enter())
        {
            if (!_settled && _cellThread is { } thread && _threads.Contains(thread))
                thread.Interrupt();
        }
    }
}
