using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Tool.Export;

/// <summary>Code of a notebook on its way into a project: a cell, or a script that is loaded.</summary>
internal sealed class ScriptCell
{
    private SemanticModel? _model;

    /// <summary>What reports call it: <c>In[3]</c>, or the name of the file.</summary>
    public required string Label { get; init; }

    /// <summary>The same as a part of a name: <c>In3</c>.</summary>
    public required string Suffix { get; init; }

    /// <summary>Its place among all code, in the order in which it runs (0-based).</summary>
    public required int Index { get; init; }

    /// <summary>The code, without its magic.</summary>
    public required string Original { get; init; }

    /// <summary>Whether it is meant to fail.</summary>
    public bool ExpectsFailure { get; init; }

    /// <summary>Whether it is a cell, whose tests count, and no file.</summary>
    public bool IsCell { get; init; }

    /// <summary>The arguments of its <c>%%ipytest</c>; null without that.</summary>
    public IReadOnlyList<string>? RunArguments { get; init; }

    /// <summary>The code as it was bound.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The compiler's view of it, or null before.</summary>
    public CSharpCompilation? Compilation { get; private set; }

    /// <summary>Why it does not compile, or null.</summary>
    public string? Defect { get; set; }

    /// <summary>Its syntax.</summary>
    public CompilationUnitSyntax Root => (CompilationUnitSyntax)Model.SyntaxTree.GetRoot();

    /// <summary>What the compiler knows of it.</summary>
    public SemanticModel Model => _model ??= Compilation!.GetSemanticModel(Compilation.SyntaxTrees.First(tree => tree.FilePath == Label));

    /// <summary>Takes in what the compiler says.</summary>
    public void Bind(string text, CSharpCompilation compilation)
    {
        (Text, Compilation, _model) = (text, compilation, null);
    }
}
