using System.Collections.Concurrent;
using IpytestNet.Stopping;

namespace IpytestNet.Values;

/// <summary>A thread that calls code which may never come back; it is then asked to stop, and left behind.</summary>
internal sealed class CallThread : IDisposable
{
    // As much as the threads of cells have: what they can call must not end the process here.
    private const int StackSize = 4 * 1024 * 1024;

    private const int Working = 0;
    private const int LeftBehind = 1;
    private const int Ended = 2;

    [ThreadStatic]
    private static CallThread? _current;

    private readonly BlockingCollection<Action> _calls = [];
    private readonly Thread _thread;
    private int _state;

    /// <summary>Starts the thread.</summary>
    public CallThread()
    {
        _thread = new Thread(Work, StackSize) { IsBackground = true, Name = "ipytest values" };
        // Each call brings its own context; that of the first must not live as long as the thread.
        _thread.UnsafeStart();
    }

    /// <summary>Whether the calling code runs on a thread that was left behind, and should end.</summary>
    public static bool IsLeftBehind => _current is { } thread && Volatile.Read(ref thread._state) == LeftBehind;

    /// <summary>Calls code in the caller's execution context, and waits for its end up to a limit.</summary>
    /// <returns>Whether it ended; if it did not, the thread takes no more calls.</returns>
    public bool TryCall(Action code, TimeSpan limit)
    {
        // Not disposed of: a call that was left behind may still end.
        var ended = new ManualResetEventSlim();
        var context = ExecutionContext.Capture();
        _calls.Add(() =>
        {
            if (context is null)
                code();
            else
                ExecutionContext.Run(context, _ => code(), state: null);
            ended.Set();
        });
        try
        {
            if (ended.Wait(limit))
                return true;
        }
        catch (ThreadInterruptedException)
        {
            Leave();
            throw;
        }

        Leave();
        return false;
    }

    /// <summary>Ends the thread, after the call that is under way.</summary>
    public void Dispose() => _calls.CompleteAdding();

    private void Leave()
    {
        Dispose();
        if (Interlocked.CompareExchange(ref _state, LeftBehind, Working) != Working)
            return;
        StopRequests.Open();
        // Ends sleeps and waits; loops in the code of cells end at their guards.
        _thread.Interrupt();
    }

    private void Work()
    {
        _current = this;
        try
        {
            foreach (var call in _calls.GetConsumingEnumerable())
                call();
        }
        catch (ThreadInterruptedException)
        {
            // It came when the call that was left behind had ended.
        }

        if (Interlocked.Exchange(ref _state, Ended) == LeftBehind)
            StopRequests.Close();
    }
}
