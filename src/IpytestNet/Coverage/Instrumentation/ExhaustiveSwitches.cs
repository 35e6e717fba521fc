using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Coverage.Instrumentation;

/// <summary>Switch statements without <c>default</c> of which a section is always entered. The compiler is asked: a <c>default</c> would be unreachable.</summary>
internal static class ExhaustiveSwitches
{
    private const string Unreachable = "CS0162";

    /// <summary>Finds them.</summary>
    public static IReadOnlySet<SyntaxNode> In(BoundCell cell)
    {
        var candidates = cell.Root.DescendantNodes().OfType<SwitchStatementSyntax>().Where(choice => MayBe(choice, cell.Model)).ToList();
        if (candidates.Count == 0)
            return new HashSet<SyntaxNode>();
        var text = EditComposer.Apply(
            cell.Root.SyntaxTree.GetText().ToString(), [candidates.Select(choice => TextEdit.Before(choice.CloseBraceToken, "default: ; break; "))]);
        var tree = cell.Model.SyntaxTree;
        var probing = tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(text.Text));
        var unreachable = ((CSharpCompilation)cell.Model.Compilation).ReplaceSyntaxTree(tree, probing).GetSemanticModel(probing).GetDiagnostics()
            .Where(diagnostic => diagnostic.Id is Unreachable)
            .Select(diagnostic => text.ToOriginal(diagnostic.Location.SourceSpan.Start))
            .ToHashSet();
        return candidates.Where(choice => unreachable.Contains(choice.CloseBraceToken.SpanStart)).ToHashSet<SyntaxNode>();
    }

    private static bool MayBe(SwitchStatementSyntax choice, SemanticModel model) =>
        choice.Sections.Count > 0
        && choice.Sections.All(section => section.Labels.All(label => label is not DefaultSwitchLabelSyntax))
        && (choice.Sections.Any(section => section.Labels.Any(label => label is CasePatternSwitchLabelSyntax)) || model.GetTypeInfo(choice.Expression).Type?.SpecialType is SpecialType.System_Boolean);
}
