using IpytestNet.Rewriting;

namespace IpytestNet.Hosting;

/// <summary>The seam to the notebook that the library works in: all that it asks of a kernel.</summary>
public interface INotebookHost
{
    /// <summary>The notebook's file name, which begins its node ids.</summary>
    string NotebookName { get; }

    /// <summary>The folder of the notebook, where <c>conftest.csx</c> is looked for, and above.</summary>
    string Folder { get; }

    /// <summary>Rewriters of the user's that every cell passes through, in this order, before the library's own.</summary>
    IList<ICellRewriter> Rewriters { get; }

    /// <summary>The code outside of the notebook that its cells use.</summary>
    ICodeModules Modules { get; }

    /// <summary>Signalled while the running cell is being interrupted.</summary>
    CancellationToken Interruption { get; }

    /// <summary>Makes a magic known; one of the same name is replaced.</summary>
    void AddMagic(string name, CellMagic magic);

    /// <summary>Takes a magic away.</summary>
    void RemoveMagic(string name);

    /// <summary>Shows HTML in the output of the cell that runs now.</summary>
    /// <param name="plainText">What is shown where HTML cannot be.</param>
    /// <param name="html">The HTML: a fragment without scripts.</param>
    void Display(string plainText, string html);

    /// <summary>Whether somebody answers <see cref="Ask"/> in the cell that runs now.</summary>
    bool CanAsk { get; }

    /// <summary>Asks the person at the notebook for a line of text.</summary>
    /// <param name="prompt">What is shown before it.</param>
    /// <returns>The line, or null if there is none.</returns>
    /// <exception cref="OperationCanceledException">The cell was interrupted meanwhile.</exception>
    string? Ask(string prompt);

    /// <summary>Runs code as part of the cell that runs now: its output and its last value appear in that cell's output.</summary>
    /// <exception cref="CellFailedException">The code did not compile or threw; the error has been shown.</exception>
    Task RunCellAsync(string code);

    /// <summary>Compiles declarations into the notebook without a cell number, a value or output.</summary>
    /// <exception cref="CompilationException">They do not compile.</exception>
    Task DeclareAsync(string code);

    /// <summary>Runs a C# script file as part of the notebook, without a cell number or a value; what it defines joins the notebook.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <exception cref="CompilationException">It does not compile.</exception>
    Task LoadAsync(string path);

    /// <summary>Evaluates a C# expression in the notebook's scope, converted to a type.</summary>
    /// <exception cref="CompilationException">It does not compile, or does not convert.</exception>
    Task<object?> EvaluateAsync(string expression, Type type);

    /// <summary>Begins code beside the cells, which sees the notebook as it is now; safe to use from several threads, each with its own.</summary>
    INotebookAside OpenAside();
}
