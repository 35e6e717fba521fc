namespace IpytestNet.Kernel.Transport;

/// <summary>The threads that sockets are served on: their own, since the code of a notebook may keep those of the pool busy for ever.</summary>
internal static class TransportThread
{
    private const int StackSize = 256 * 1024;

    /// <summary>Starts a thread.</summary>
    /// <param name="name">What it serves, and how.</param>
    /// <param name="work">What it does; must not throw.</param>
    public static Thread Start(string name, Action work)
    {
        var thread = new Thread(() => work(), StackSize) { IsBackground = true, Name = $"zmtp {name}" };
        // Unsafe: asynchronous locals of the cell that happens to run belong to that cell.
        thread.UnsafeStart();
        return thread;
    }
}
