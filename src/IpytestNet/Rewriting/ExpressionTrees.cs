using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting;

/// <summary>Tells code that becomes an expression tree, in which no statement may stand.</summary>
internal static class ExpressionTrees
{
    /// <summary>Whether a node is part of an expression tree, as a lambda or as a clause of a query over an <c>IQueryable</c>.</summary>
    public static bool Contain(SyntaxNode node, SemanticModel model) => node.AncestorsAndSelf().Any(around => Is(around, model));

    /// <summary>Whether a node becomes an expression tree itself.</summary>
    public static bool Is(SyntaxNode node, SemanticModel model) => node switch
    {
        LambdaExpressionSyntax lambda => IsExpression(model.GetTypeInfo(lambda).ConvertedType),
        QueryClauseSyntax clause => TakesExpression(model.GetQueryClauseInfo(clause).OperationInfo),
        SelectOrGroupClauseSyntax clause => TakesExpression(model.GetSymbolInfo(clause)),
        OrderingSyntax ordering => TakesExpression(model.GetSymbolInfo(ordering)),
        // The last select of a query after which another clause folds it into its own call.
        QueryExpressionSyntax query => query.DescendantNodes().OfType<QueryClauseSyntax>().Any(clause => TakesExpression(model.GetQueryClauseInfo(clause).OperationInfo)),
        _ => false,
    };

    private static bool TakesExpression(SymbolInfo operation) =>
        operation.Symbol is IMethodSymbol method && method.Parameters.Any(parameter => IsExpression(parameter.Type));

    private static bool IsExpression(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "Expression", ContainingNamespace.Name: "Expressions" })
                return true;
        }

        return false;
    }
}
