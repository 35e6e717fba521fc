namespace IpytestNet.Kernel.Transport;

/// <summary>Threads of the transport: none of the thread pool, which the code of cells may use up.</summary>
internal static class TransportThread
{
    private const int StackSize = 256 * 1024;

    /// <summary>Starts a thread that keeps nothing of the caller's context.</summary>
    public static void Start(string name, Action work)
    {
        var thread = new Thread(() => work(), StackSize) { IsBackground = true, Name = name };
        thread.UnsafeStart();
    }
}
