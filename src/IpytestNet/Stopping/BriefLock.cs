namespace IpytestNet.Stopping;

/// <summary>
/// A lock for a few instructions into which <see cref="Thread.Interrupt"/> does not break, as it does into a <c>lock</c> that is
/// contended: an exception in the change handler of an asynchronous local would end the process.
/// </summary>
internal sealed class BriefLock
{
    private int _taken;

    /// <summary>Takes the lock; disposing what is returned gives it back.</summary>
    public Holder Enter()
    {
        while (Interlocked.Exchange(ref _taken, 1) != 0)
            Thread.Yield();
        return new Holder(this);
    }

    /// <summary>Gives the lock back.</summary>
    internal readonly ref struct Holder(BriefLock taken)
    {
        public void Dispose() => Volatile.Write(ref taken._taken, 0);
    }
}
