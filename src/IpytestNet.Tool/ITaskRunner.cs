namespace IpytestNet.Tool;

/// <summary>Runs notebooks, here or elsewhere.</summary>
internal interface ITaskRunner : IDisposable
{
    /// <summary>How many may run at the same time.</summary>
    int Workers { get; }

    /// <summary>Runs one; whatever it does, the next one can run.</summary>
    /// <param name="task">The notebook.</param>
    /// <param name="hasNext">Whether another one is going to follow.</param>
    TaskResult Run(NotebookTask task, bool hasNext);
}
