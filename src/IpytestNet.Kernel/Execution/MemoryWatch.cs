using System.Globalization;

namespace IpytestNet.Kernel.Execution;

/// <summary>
/// Stops a cell that makes the process use more memory than it may. The garbage collector has a limit a little above, by which one
/// call that allocates without end gets an <see cref="OutOfMemoryException"/>.
/// </summary>
internal sealed class MemoryWatch
{
    private const long Megabyte = 1024 * 1024;

    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(50);

    private readonly object _gate = new();
    private readonly long _limit;
    private ExecutionScope? _cell;
    private long _allowed;

    /// <param name="limit">The limit in bytes.</param>
    public MemoryWatch(long limit)
    {
        _limit = limit;
        LimitCollector();
        using (ExecutionContext.SuppressFlow())
            new Thread(Watch, maxStackSize: 256 * 1024) { IsBackground = true, Name = "memory watch" }.Start();
    }

    // What is not touched yet counts for the collector, what is not the collector's for the operating system.
    private static long Used => Math.Max(Environment.WorkingSet, GC.GetTotalMemory(forceFullCollection: false));

    /// <summary>Watches a cell from its start; null when it has ended.</summary>
    public void Follow(ExecutionScope? cell)
    {
        lock (_gate)
        {
            _cell = cell;
            // Large variables of earlier cells stay, and a cell that lets go of them must be able to run.
            _allowed = Math.Max(_limit, Used + (_limit / 20));
            Monitor.Pulse(_gate);
        }
    }

    private void Watch()
    {
        while (true)
        {
            lock (_gate)
            {
                while (_cell is null)
                    Monitor.Wait(_gate);
                if (IsTooMuch())
                {
                    _cell.Interrupt(Reason());
                    _cell = null;
                }
            }

            Thread.Sleep(Period);
        }
    }

    private bool IsTooMuch()
    {
        if (Used <= _allowed)
            return false;
        // It may be garbage that nobody has collected yet.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Used > _allowed;
    }

    private string Reason() => string.Create(
        CultureInfo.InvariantCulture,
        $"The notebook uses {Used / Megabyte:N0} MB of memory, and may use {_limit / Megabyte:N0} MB. What the cell has kept in variables is still there: set large ones to null, or restart the kernel.");

    private void LimitCollector()
    {
        AppContext.SetData("GCHeapHardLimit", (ulong)(_limit + (_limit / 10) + (256 * Megabyte)));
        try
        {
            GC.RefreshMemoryLimit();
        }
        catch (InvalidOperationException)
        {
            // More is in use already; the watch has to do without.
        }
    }
}
