using IpytestNet.Kernel.Assemblies;
using IpytestNet.Kernel.Compilation;
using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Kernel.Semantics;

/// <summary>
/// Binds code in the scope that the next cell would have, without being one: nothing is compiled to the end or loaded. It takes the
/// newest submission as it stands, so that it never waits for a cell that is compiled or runs.
/// </summary>
/// <param name="newest">Gives the newest submission, or null before the first.</param>
/// <param name="folders">The folders that relative paths of a cell start from.</param>
/// <param name="schemes">What finds references that are no files.</param>
internal sealed class CellScopes(Func<CSharpCompilation?> newest, Func<IReadOnlyList<string>> folders, IReadOnlyList<IReferenceScheme> schemes)
{
    private const string Path = "completion";

    private readonly FileResolver _sources = new(folders);
    private readonly UnloadedReferences _references = new(new FileResolver(folders), schemes);
    private volatile Scope? _scope;

    /// <summary>Binds the code of a cell, finished or not.</summary>
    public SemanticModel Bind(string code)
    {
        var scope = Current();
        var tree = CSharpSyntaxTree.ParseText(code, CellSyntax.ParseOptions, Path);
        return scope.Empty.ReplaceSyntaxTree(scope.Empty.SyntaxTrees[0], tree).GetSemanticModel(tree);
    }

    private Scope Current()
    {
        var previous = newest();
        if (_scope is { } known && known.Previous == previous)
            return known;
        var empty = Submission.Create(
            "IpytestScope",
            CSharpSyntaxTree.ParseText("", CellSyntax.ParseOptions, Path),
            previous is null ? NotebookReferences.All : [],
            Submission.Options("Submission#scope", _sources, _references),
            previous);
        // This binds the references once; what is made of this compilation shares them.
        _ = empty.Assembly.GlobalNamespace;
        return _scope = new Scope(previous, empty);
    }

    /// <param name="Previous">The newest submission.</param>
    /// <param name="Empty">An empty submission after it.</param>
    private sealed record Scope(CSharpCompilation? Previous, CSharpCompilation Empty);
}
