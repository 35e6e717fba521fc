using System.Collections.Concurrent;
using System.ComponentModel;

namespace IpytestNet.Hosting;

/// <summary>What every rewritten cell calls before its first statement, so that its live object becomes known. Not for use in user code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellAnchor
{
    private static readonly ConcurrentDictionary<int, Action<object>> Waiting = new();
    private static int _count;

    /// <summary>Announces the live object of the cell that bears the token.</summary>
    /// <param name="token">The number written into the cell.</param>
    /// <param name="anchor">A function of the cell; its target is the cell's live object.</param>
    public static void Register(int token, Action anchor)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        if (anchor.Target is { } cell && Waiting.TryRemove(token, out var arrived))
            arrived(cell);
    }

    /// <summary>Waits for the cell that will bear the token returned.</summary>
    internal static int Expect(Action<object> arrived)
    {
        var token = Interlocked.Increment(ref _count);
        Waiting[token] = arrived;
        return token;
    }

    /// <summary>Stops waiting: the cell did not compile.</summary>
    internal static void Forget(int token) => Waiting.TryRemove(token, out _);
}
