using IpytestNet.Kernel.Completion;
using IpytestNet.Kernel.Semantics;

namespace IpytestNet.Kernel;

/// <summary>What a notebook tells of cells while they are written; any thread may ask, also while a cell runs.</summary>
internal sealed class NotebookEditor
{
    private readonly CellCompletion _completion;

    /// <param name="host">The engine behind the notebook.</param>
    /// <param name="directory">Gives the current directory of the cells.</param>
    public NotebookEditor(NotebookHost host, Func<string> directory)
    {
        IReadOnlyList<string> Folders() => [directory(), host.Folder];
        var scopes = new CellScopes(() => host.NewestSubmission, Folders);
        _completion = new CellCompletion(scopes, Folders, new MagicCompletion(() => host.Magics, host.Session.Plugins));
    }

    /// <summary>Completes a cell.</summary>
    public CompletionList Complete(string code, int position) => _completion.Complete(code, position);
}
