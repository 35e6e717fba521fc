using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>The variables that no part of a condition can change, so that one capture is enough for all their uses.</summary>
internal sealed class StableVariables(ExpressionSyntax condition, SemanticModel model)
{
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> ChangedElsewhere = new();

    private readonly HashSet<string> _changed = [.. Changed(condition)];
    private readonly Dictionary<(string Name, int Branch), int> _slots = [];

    /// <summary>Gives the slot that has the value of a variable already, or null.</summary>
    /// <param name="expression">The use of the variable.</param>
    /// <param name="branch">The number of the branch of the condition that it is in.</param>
    public int? Find(ExpressionSyntax expression, int branch) =>
        expression is IdentifierNameSyntax { Identifier.ValueText: var name } && _slots.TryGetValue((name, branch), out var slot) ? slot : null;

    /// <summary>Takes down that a slot has the value of an expression, if that is a stable variable.</summary>
    public void Add(ExpressionSyntax expression, int branch, int slot)
    {
        if (expression is IdentifierNameSyntax { Identifier.ValueText: var name } && IsStable(expression, name))
            _slots[(name, branch)] = slot;
    }

    /// <summary>Whether an expression is a variable that has its value before the condition is evaluated, and keeps it.</summary>
    public bool IsGiven(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax { Identifier.ValueText: var name }
        && IsStable(expression, name)
        && model.GetSymbolInfo(expression).Symbol!.DeclaringSyntaxReferences is [var declaration]
        && !condition.Span.Contains(declaration.Span);

    private bool IsStable(ExpressionSyntax expression, string name) =>
        IsOwn(model.GetSymbolInfo(expression).Symbol)
        && ReceiverRule.IsImmutable(model.GetTypeInfo(expression).Type)
        && !_changed.Contains(name)
        && !ChangedElsewhere.GetValue(model.SyntaxTree, ChangedAnywhere).Contains(name);

    // The parameter of a primary constructor may be changed by all methods of its type.
    private static bool IsOwn(ISymbol? symbol) => symbol
        is ILocalSymbol { RefKind: RefKind.None }
        or IParameterSymbol { RefKind: RefKind.None, ContainingSymbol: not IMethodSymbol { MethodKind: MethodKind.Constructor } };

    // A function that is called may change the variables around it, and a reference what it refers to.
    private static HashSet<string> ChangedAnywhere(SyntaxTree tree) => [.. tree.GetRoot().DescendantNodes().SelectMany(node => node switch
    {
        AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax => Changed(node),
        RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword } => NamesIn(node),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } => NamesIn(node),
        _ => [],
    })];

    /// <summary>Lists the names that are assigned or whose address is taken.</summary>
    private static IEnumerable<string> Changed(SyntaxNode code) => code.DescendantNodesAndSelf().SelectMany(node => node switch
    {
        AssignmentExpressionSyntax assignment => NamesIn(assignment.Left),
        PrefixUnaryExpressionSyntax unary when IsChange(unary) => NamesIn(unary.Operand),
        PostfixUnaryExpressionSyntax unary when IsChange(unary) => NamesIn(unary.Operand),
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => NamesIn(argument.Expression),
        RefExpressionSyntax reference => NamesIn(reference.Expression),
        _ => [],
    });

    private static IEnumerable<string> NamesIn(SyntaxNode code) =>
        code.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText);

    private static bool IsChange(ExpressionSyntax unary) => unary.Kind() is
        SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression
        or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression;
}
