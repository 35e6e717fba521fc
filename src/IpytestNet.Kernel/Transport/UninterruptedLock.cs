namespace IpytestNet.Kernel.Transport;

/// <summary>
/// A lock for which a thread waits even if it is interrupted meanwhile; the interrupt comes to its next wait.
/// A cell that is interrupted while it writes must not have half of the subscribers miss what it wrote.
/// </summary>
internal static class UninterruptedLock
{
    /// <summary>Waits for the lock of an object.</summary>
    /// <returns>What gives it back.</returns>
    public static Scope Enter(object gate)
    {
        var isInterrupted = false;
        while (true)
        {
            try
            {
                Monitor.Enter(gate);
                return new Scope(gate, isInterrupted);
            }
            catch (ThreadInterruptedException)
            {
                isInterrupted = true;
            }
        }
    }

    /// <summary>The time in which the lock is held.</summary>
    internal readonly ref struct Scope(object gate, bool isInterrupted)
    {
        /// <summary>Gives the lock back.</summary>
        public void Dispose()
        {
            Monitor.Exit(gate);
            if (isInterrupted)
                Thread.CurrentThread.Interrupt();
        }
    }
}
