namespace IpytestNet.Stopping;

/// <summary>
/// How many requests to stop running code are open in this process: of users who interrupt a cell, and of messages that wait no
/// longer for code of a value. It is what every guard in the code of cells looks at first, so it is one number.
/// </summary>
internal static class StopRequests
{
    private static int _open;

    /// <summary>Whether any is open.</summary>
    public static bool Any => Volatile.Read(ref _open) != 0;

    /// <summary>Opens a request: from now on guards look closely.</summary>
    public static void Open() => Interlocked.Increment(ref _open);

    /// <summary>Closes a request.</summary>
    public static void Close() => Interlocked.Decrement(ref _open);
}
