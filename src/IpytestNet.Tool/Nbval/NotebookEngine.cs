using IpytestNet.Kernel;
using IpytestNet.Kernel.Documents;
using IpytestNet.Kernel.Execution;

namespace IpytestNet.Tool.Nbval;

/// <summary>Runs cells in a session of this process.</summary>
/// <param name="notebook">The session.</param>
/// <param name="show">Shows outputs as they come, or null.</param>
internal sealed class NotebookEngine(Notebook notebook, Action<CellOutput>? show) : ICellEngine
{
    /// <inheritdoc/>
    public CellEnd Run(int index, NotebookCell cell, TimeSpan? timeout)
    {
        var outputs = new List<CellOutput>();
        var isOver = 0;
        CellResult result;
        using (timeout is null ? null : new Timer(_ => Stop(), null, timeout.Value, Timeout.InfiniteTimeSpan))
            result = notebook.Run(cell.Source, Take);
        var isTimedOut = Interlocked.Exchange(ref isOver, 1) is 2 && (result is CellResult.Interrupted || result.TestRuns.Contains(ExitCode.Interrupted));
        var error = (result as CellResult.Failed)?.Error;
        if (error is not null && !outputs.OfType<CellOutput.Failed>().Any())
            outputs.Add(new CellOutput.Failed(error));
        var record = CellRecord.Of([new ExecutedCell(index, notebook.ExecutionCount, outputs)])[0];
        return new CellEnd
        {
            Outputs = record.Outputs,
            ExecutionCount = record.ExecutionCount,
            Error = error is null ? null : new FailedCell(error.Name, error.Message, error.Traceback, error.Place is { } place && place.File.StartsWith("In[", StringComparison.Ordinal) ? place.Line : 0),
            TestRuns = result.TestRuns,
            IsInterrupted = result is CellResult.Interrupted && !isTimedOut,
            IsTimedOut = isTimedOut,
        };

        void Take(CellOutput output)
        {
            outputs.Add(output);
            show?.Invoke(output);
        }

        void Stop()
        {
            if (Interlocked.CompareExchange(ref isOver, 2, 0) is 0)
                notebook.Interrupt();
        }
    }

    /// <inheritdoc/>
    public void AddMarkdown(string text, int position) => notebook.AddMarkdown(text, position);

    /// <inheritdoc/>
    public void Interrupt() => notebook.Interrupt();

    /// <inheritdoc/>
    public void Dispose()
    {
        // The session belongs to who began it.
    }
}
