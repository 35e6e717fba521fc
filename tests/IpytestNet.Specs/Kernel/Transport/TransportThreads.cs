using Xunit;

namespace IpytestNet.Specs.Kernel.Transport;

/// <summary>The threads of the transport that run in this process, as the operating system sees them; elsewhere than on Linux none are seen.</summary>
internal static class TransportThreads
{
    /// <summary>Waits until none is left.</summary>
    public static void WaitUntilGone() =>
        Assert.True(SpinWait.SpinUntil(() => Running() == 0, LiveSockets.Patience), $"{Running()} threads are left.");

    /// <summary>How many run.</summary>
    public static int Running() => OperatingSystem.IsLinux() ? Directory.EnumerateDirectories("/proc/self/task").Count(IsOurs) : 0;

    private static bool IsOurs(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm")).StartsWith("zmtp ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // The thread has just ended.
            return false;
        }
    }
}
