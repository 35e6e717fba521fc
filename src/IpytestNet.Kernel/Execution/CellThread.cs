using System.Collections.Concurrent;

namespace IpytestNet.Kernel.Execution;

/// <summary>The thread that a notebook's cells run on, so that what belongs to a thread lasts from cell to cell.</summary>
internal sealed class CellThread : IDisposable
{
    private const int StackSize = 4 * 1024 * 1024;

    private readonly BlockingCollection<Action> _work = [];

    public CellThread() => new Thread(Loop, StackSize) { IsBackground = true, Name = "notebook cells" }.Start();

    /// <summary>Starts work on the thread.</summary>
    /// <returns>Signalled when it has ended.</returns>
    public ManualResetEventSlim Start(Action work)
    {
        var ended = new ManualResetEventSlim();
        _work.Add(() =>
        {
            try
            {
                // Asynchronous locals that a cell sets are its own.
                ExecutionContext.Run(ExecutionContext.Capture()!, _ => work(), state: null);
            }
            catch (ThreadInterruptedException)
            {
                // It came when the cell had ended.
            }
            finally
            {
                ended.Set();
            }
        });
        return ended;
    }

    /// <summary>Ends the thread after the work that is under way; also leaves behind a thread that cannot be stopped.</summary>
    public void Dispose() => _work.CompleteAdding();

    private void Loop()
    {
        foreach (var work in _work.GetConsumingEnumerable())
            work();
    }
}
