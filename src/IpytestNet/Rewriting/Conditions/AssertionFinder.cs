using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>Finds the assertions of a cell.</summary>
internal static class AssertionFinder
{
    private static readonly HashSet<string> Names = new(["Assert", "That", "True", "False", "IsTrue", "IsFalse"], StringComparer.Ordinal);

    /// <summary>Whether code may have assertions, by syntax alone.</summary>
    public static bool MayHaveAny(SyntaxNode root) => root.DescendantNodes().Any(node => node switch
    {
        IfStatementSyntax statement => LoweredAssertion.Of(statement) is not null,
        InvocationExpressionSyntax call => HasName(call),
        _ => false,
    });

    /// <summary>Lists the assertions, the outer of nested ones first.</summary>
    public static IEnumerable<Assertion> Find(BoundCell cell) => cell.Root.DescendantNodes().Select(node => Find(node, cell.Model)).OfType<Assertion>();

    private static Assertion? Find(SyntaxNode node, SemanticModel model) => node switch
    {
        IfStatementSyntax statement => LoweredAssertion.Of(statement),
        InvocationExpressionSyntax call when HasName(call) && WholeOf(call, model) is { } whole => Find(call, whole, model),
        _ => null,
    };

    private static Assertion? Find(InvocationExpressionSyntax call, SyntaxNode whole, SemanticModel model)
    {
        if (CheckedAssertion.Of(call, whole) is { } lowered)
            return lowered;
        return model.GetSymbolInfo(call).Symbol is IMethodSymbol method
            ? DebugAssertion.Of(call, whole, method) ?? (Assertion?)FrameworkAssertion.Of(call, whole, method)
            : null;
    }

    private static bool HasName(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && Names.Contains(name)
        || call.Expression is IdentifierNameSyntax { Identifier.ValueText: "Assert" };

    /// <summary>Gives what can become a statement in place of the call, or null where only a call can stand.</summary>
    private static SyntaxNode? WholeOf(InvocationExpressionSyntax call, SemanticModel model) => call.Parent switch
    {
        ExpressionStatementSyntax statement => statement,
        LambdaExpressionSyntax lambda when !ExpressionTrees.Contain(lambda, model) => call,
        _ => null,
    };
}
