using System.Diagnostics.CodeAnalysis;
using IpytestNet.Hosting;
using IpytestNet.Rewriting;
using IpytestNet.Rewriting.Conditions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet;

/// <summary>Lets the assertions of cells explain their failures, while it is registered with a notebook.</summary>
/// <remarks>It asks the compiler what every part of a condition is. <c>Ipytest.Config(rewriteAsserts: true)</c> registers it.</remarks>
[SuppressMessage("Performance", "CA1822", Justification = "A transformer is an object of its users, as its model in Python is.")]
public sealed class RewriteAssertTransformer : ICellRewriter
{
    /// <summary>Puts the transformer among the rewriters of a notebook; a second one changes nothing.</summary>
    /// <param name="shell">The notebook.</param>
    public void RegisterWithShell(INotebookHost shell)
    {
        ArgumentNullException.ThrowIfNull(shell);
        if (!shell.Rewriters.OfType<RewriteAssertTransformer>().Any())
            shell.Rewriters.Add(this);
    }

    /// <summary>Takes the transformer, whichever was registered, out of the rewriters of a notebook.</summary>
    /// <param name="shell">The notebook.</param>
    public void UnregisterWithShell(INotebookHost shell)
    {
        ArgumentNullException.ThrowIfNull(shell);
        foreach (var transformer in shell.Rewriters.OfType<RewriteAssertTransformer>().ToList())
            shell.Rewriters.Remove(transformer);
    }

    /// <summary>Rewrites the assertions of code: <c>Assert(condition)</c> becomes a statement that C# knows.</summary>
    /// <param name="node">The root of a syntax tree.</param>
    /// <param name="model">What the compiler knows of the tree, so that values are kept; without it a failure tells its text only.</param>
    /// <returns>The root of the rewritten tree, or the given one if it has no assertion.</returns>
    /// <exception cref="ArgumentException">The node is not the root of a tree.</exception>
    public SyntaxNode Visit(SyntaxNode node, SemanticModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(node);
        var root = node.SyntaxTree.GetCompilationUnitRoot();
        if (root != node)
            throw new ArgumentException($"Visit takes the root of a syntax tree, a compilation unit; this is a {node.Kind()}.", nameof(node));
        var tree = root.SyntaxTree;
        var text = tree.GetText().ToString();
        var lowered = EditComposer.Apply(text, [new AssertRewriter().Rewrite(CellSyntax.Of(root))]);
        var rewritten = model is null ? lowered.Text : Explained(lowered, root, model);
        return rewritten == text ? root : Parse(tree, rewritten).GetRoot();
    }

    /// <summary>Has no edits by syntax alone: what a notebook makes of assertions without the transformer is done anyway.</summary>
    /// <param name="cell">The cell.</param>
    IEnumerable<TextEdit> ICellRewriter.Rewrite(CellSyntax cell) => [];

    /// <summary>Registers a transformer with a notebook or takes it out, as the configuration says.</summary>
    internal static void Switch(INotebookHost? shell, IpytestConfig config)
    {
        if (shell is null)
            return;
        var transformer = new RewriteAssertTransformer();
        if (config.RewriteAsserts)
            transformer.RegisterWithShell(shell);
        else
            transformer.UnregisterWithShell(shell);
    }

    private static string Explained(RewrittenText lowered, CompilationUnitSyntax root, SemanticModel model)
    {
        var tree = Parse(root.SyntaxTree, lowered.Text);
        if (!AssertionFinder.MayHaveAny(tree.GetRoot()))
            return lowered.Text;
        var bound = model.Compilation.ReplaceSyntaxTree(root.SyntaxTree, tree).GetSemanticModel(tree);
        var edits = new BoundAssertions(explains: true).Rewrite(BoundCell.Of(bound, root, lowered.ToOriginal));
        return EditComposer.Apply(lowered.Text, [edits]).Text;
    }

    private static SyntaxTree Parse(SyntaxTree tree, string text) =>
        CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath, tree.Encoding);
}
