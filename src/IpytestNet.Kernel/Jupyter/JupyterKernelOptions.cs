using IpytestNet.Kernel.Jupyter.History;

namespace IpytestNet.Kernel.Jupyter;

/// <summary>The settings of a kernel.</summary>
internal sealed record JupyterKernelOptions
{
    /// <summary>The settings of its notebook.</summary>
    public NotebookOptions Notebook { get; init; } = new();

    /// <summary>The file that keeps the history; null for none.</summary>
    /// <value>Default that of the user.</value>
    public string? HistoryPath { get; init; } = HistoryFile.OfUser();

    /// <summary>The file of the notebook; null if Jupyter does not tell.</summary>
    public string? NotebookPath { get; init; }
}
