using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Tool.Export;

/// <summary>Tells whether the notebook changes what a test uses between its first run and its last.</summary>
internal static class StateChanges
{
    /// <summary>Whether a cell behind the first run defines something of it again, or may change a variable of it.</summary>
    /// <param name="test">The test.</param>
    /// <param name="index">The notebook.</param>
    public static bool Between(Definition test, NotebookIndex index)
    {
        var used = UsedBy(test, index);
        var names = used.Select(definition => definition.Name).ToHashSet(StringComparer.Ordinal);
        var cells = index.Cells.Where(cell => cell.Index > test.FirstRun && cell.Index <= test.LastRun).ToList();
        return index.Definitions.Exists(definition => cells.Contains(definition.Cell) && names.Contains(definition.Name))
            || cells.SelectMany(cell => cell.Root.Members).OfType<GlobalStatementSyntax>().SelectMany(index.UsesIn).Any(use => used.Contains(use.Target) && MayChange(use));
    }

    private static HashSet<Definition> UsedBy(Definition test, NotebookIndex index)
    {
        var used = new HashSet<Definition>();
        var open = new Stack<Definition>([test]);
        while (open.TryPop(out var definition))
        {
            foreach (var target in index.UsesIn(definition.Member).Select(use => use.Target).Where(used.Add))
                open.Push(target);
        }

        return used;
    }

    // A function may change anything that it uses itself.
    private static bool MayChange(Use use) => use.Target.Kind switch
    {
        DefinitionKind.Variable => use.Name.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == use.Name,
            PostfixUnaryExpressionSyntax or ElementAccessExpressionSyntax => true,
            PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind is not 0 || !IsWithinAssertion(use.Name),
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } => !IsWithinAssertion(use.Name),
            MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } access => assignment.Left == access,
            TupleExpressionSyntax => true,
            _ => false,
        },
        DefinitionKind.Type => false,
        _ => !IsWithinAssertion(use.Name),
    };

    private static bool IsWithinAssertion(SyntaxNode node) => node.Ancestors().OfType<InvocationExpressionSyntax>()
        .Any(call => call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Assert" or "Console" } });
}
