using IpytestNet.Kernel.Documents;

namespace IpytestNet.Tool.Nbval;

/// <summary>Runs the cells of a notebook, one after the other in one session.</summary>
internal interface ICellEngine : IDisposable
{
    /// <summary>Runs a cell.</summary>
    /// <param name="index">Its place among all cells of the notebook (0-based).</param>
    /// <param name="cell">The cell.</param>
    /// <param name="timeout">How long it may take, or null for as long as it likes.</param>
    CellEnd Run(int index, NotebookCell cell, TimeSpan? timeout);

    /// <summary>Tells of a Markdown cell when the notebook comes to it.</summary>
    /// <param name="text">The text of the cell.</param>
    /// <param name="position">Its place among all cells (1-based).</param>
    void AddMarkdown(string text, int position);

    /// <summary>Stops what runs.</summary>
    void Interrupt();
}
