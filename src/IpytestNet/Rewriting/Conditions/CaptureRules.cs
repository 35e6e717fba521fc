using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>Whether an expression can become the argument of a generic method that gives it back, and mean the same.</summary>
internal static class CaptureRules
{
    /// <summary>Whether all rules allow it.</summary>
    public static bool Allow(ExpressionSyntax expression, ITypeSymbol? type, SemanticModel model) =>
        IsValue(expression, model)
        && TypeRule.Allows(type)
        && (expression is SimpleNameSyntax or MemberAccessExpressionSyntax || !TypeRule.IsAwaitable(type!))
        && ConversionRule.Allows(expression, model)
        && AssignmentRule.Allows(expression, type);

    private static bool IsValue(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        TupleExpressionSyntax or RefExpressionSyntax or ThrowExpressionSyntax or DeclarationExpressionSyntax or RangeExpressionSyntax
            or AnonymousFunctionExpressionSyntax or CollectionExpressionSyntax or ImplicitObjectCreationExpressionSyntax
            or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax or MakeRefExpressionSyntax => false,
        PrefixUnaryExpressionSyntax unary => !unary.IsKind(SyntaxKind.IndexExpression) && !unary.IsKind(SyntaxKind.AddressOfExpression),
        SimpleNameSyntax => model.GetSymbolInfo(expression).Symbol is not (null or IMethodSymbol or INamespaceOrTypeSymbol or IEventSymbol or IDiscardSymbol),
        AssignmentExpressionSyntax assignment => assignment is { Left: not TupleExpressionSyntax and not DeclarationExpressionSyntax, Right: not RefExpressionSyntax },
        _ => true,
    };
}
