using IpytestNet.Kernel.Completion;
using IpytestNet.Kernel.Inspections;
using IpytestNet.Kernel.Semantics;

namespace IpytestNet.Kernel;

/// <summary>What a notebook tells of cells while they are written; any thread may ask, also while a cell runs.</summary>
internal sealed class NotebookEditor
{
    // The compiler goes through long chains of calls by recursion, without looking at the stack.
    private const int StackSize = 64 * 1024 * 1024;

    private readonly CellCompletion _completion;
    private readonly CellInspection _inspection;
    private volatile Exception? _defect;

    /// <param name="host">The engine behind the notebook.</param>
    /// <param name="directory">Gives the current directory of the cells.</param>
    public NotebookEditor(NotebookHost host, Func<string> directory)
    {
        IReadOnlyList<string> Folders() => [directory(), host.Folder];
        var scopes = new CellScopes(() => host.NewestSubmission, Folders, host.Schemes);
        _completion = new CellCompletion(scopes, Folders, new MagicCompletion(() => host.Magics, host.Session.Plugins));
        _inspection = new CellInspection(scopes);
    }

    /// <summary>The last failure of ours that nobody has seen, or null.</summary>
    public Exception? Defect => _defect;

    /// <summary>Completes a cell.</summary>
    public CompletionList Complete(string code, int position) =>
        Answer(code, () => _completion.Complete(code, position), CompletionList.Nothing(Math.Clamp(position, 0, code.Length)));

    /// <summary>Tells what stands at a place of a cell.</summary>
    public Inspection? Inspect(string code, int position) => Answer(code, () => _inspection.Inspect(code, position), null);

    /// <summary>Tells whether a cell is written to its end.</summary>
    public Completeness Check(string code) => Answer(code, () => CompletenessCheck.Of(code), new Completeness.Invalid());

    private T Answer<T>(string code, Func<T> answer, T otherwise)
    {
        if (NestingLimit.IsExceeded(code))
            return otherwise;
        var result = otherwise;
        var thread = new Thread(() => result = Tried(answer, otherwise), StackSize) { IsBackground = true, Name = "notebook editor" };
        thread.Start();
        thread.Join();
        return result;
    }

    // Code that is being written takes the compiler to its limits; no answer is better than an error in the middle of a word.
    private T Tried<T>(Func<T> answer, T otherwise)
    {
        try
        {
            return answer();
        }
        catch (Exception exception)
        {
            _defect = exception;
            return otherwise;
        }
    }
}
