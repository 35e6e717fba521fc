using System.Diagnostics;
using IpytestNet.Stopping;

namespace IpytestNet.Execution;

/// <summary>A call of user code that others can stop.</summary>
/// <param name="output">Takes what the code writes; null where that is passed through.</param>
/// <param name="isCleanup">Whether the code cleans up, so that it is given time.</param>
internal sealed class StoppableCall(TestOutput? output, bool isCleanup = false)
{
    // Once all its threads were told to stop, code that still awaits something awaits it for ever.
    private static readonly TimeSpan GraceForAwaited = TimeSpan.FromSeconds(0.25);

    private readonly StopScope _scope = new(output);

    /// <summary>Takes what the code writes, or null.</summary>
    public TestOutput? Output => output;

    /// <summary>Whether the code cleans up, so that it is given time.</summary>
    public bool IsCleanup => isCleanup;

    /// <summary>What else is done when it is told to stop.</summary>
    public Action? Stopping { get; init; }

    /// <summary>Whether it was told to stop.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether it was told to stop since it took too long.</summary>
    public bool IsTimedOut { get; private set; }

    /// <summary>Whether it cleans up after it was told to stop, and was not told again.</summary>
    public bool CleansUp => _scope.IsResumed;

    /// <summary>Whether its result is known, so that only its end is waited for.</summary>
    public bool IsAnswered { get; set; }

    /// <summary>Whether threads still run code that the call has started.</summary>
    public bool IsRunning => _scope.IsRunning;

    /// <summary>Whether the caller is code of it.</summary>
    public bool IsOfCaller => ReferenceEquals(StopScope.Current, _scope);

    /// <summary>Where the code awaits what does not come, outermost call first; empty if that is not known.</summary>
    public IReadOnlyList<SourceFrame> AwaitedAt { get; private set; } = [];

    /// <summary>What came out of the code although it was told to stop, or null.</summary>
    public Exception? Thrown { get; private set; }

    /// <summary>Calls the code and waits for its end on the calling thread, so that what follows has that thread's stack.</summary>
    /// <returns>Whether it came back; false where it awaits something for ever.</returns>
    public bool Run(Func<ValueTask> code)
    {
        var around = StopScope.Current;
        StopScope.Enter(_scope);
        try
        {
            var task = code();
            if (!task.IsCompleted)
                return Wait(task.AsTask());
            task.GetAwaiter().GetResult();
            return true;
        }
        catch (Exception exception) when (IsStopped)
        {
            Thrown = exception;
            return true;
        }
        finally
        {
            StopScope.Enter(around);
            _scope.Settle();
            // Its clean-up had leave to go on, and so had whatever else it has left running.
            if (IsStopped)
                StopRest();
        }
    }

    /// <summary>Stops the code.</summary>
    /// <param name="forTime">Whether it took too long.</param>
    public void Stop(bool forTime)
    {
        IsTimedOut |= forTime && !IsStopped;
        IsStopped = true;
        Stopping?.Invoke();
        _scope.Stop();
    }

    /// <summary>Stops what a call that has ended has left running.</summary>
    public void StopRest() => _scope.StopRest();

    /// <summary>Lets the code clean up after it was told to stop.</summary>
    public void Resume() => _scope.Resume();

    private bool Wait(Task task)
    {
        long? stoppedAt = null;
        while (!task.IsCompleted)
        {
            try
            {
                if (!IsStopped || CleansUp)
                    WaitUntilStopped(task, out stoppedAt);
                else if (Stopwatch.GetElapsedTime(stoppedAt ??= Stopwatch.GetTimestamp()) < GraceForAwaited)
                    task.Wait(GraceForAwaited);
                else
                    return GiveUp(task);
            }
            catch (ThreadInterruptedException)
            {
                // By the stop, which the loop looks at.
            }
            catch (AggregateException)
            {
                // Thrown below, as it is.
            }
        }

        task.GetAwaiter().GetResult();
        return true;
    }

    private static void WaitUntilStopped(Task task, out long? stoppedAt)
    {
        stoppedAt = null;
        task.Wait();
    }

    private bool GiveUp(Task task)
    {
        AwaitedAt = AwaitedPlace.Of(_scope.Awaited is { IsCompleted: false } ofUser ? ofUser : task);
        return false;
    }
}
