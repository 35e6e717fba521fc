using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting;

/// <summary>How the body of a lambda that is an expression can become a block.</summary>
internal static class LambdaBodies
{
    /// <summary>What the block does with the expression.</summary>
    public enum Kind
    {
        /// <summary>It is a statement.</summary>
        Statement,

        /// <summary>It is returned.</summary>
        Value,
    }

    /// <summary>Gives the kind of a lambda; null if its body must stay what it is.</summary>
    public static Kind? Of(AnonymousFunctionExpressionSyntax lambda, SemanticModel model)
    {
        if (model.GetSymbolInfo(lambda).Symbol is not IMethodSymbol { ReturnType: not IErrorTypeSymbol, ReturnsByRef: false, ReturnsByRefReadonly: false } symbol
            || ExpressionTrees.Contain(lambda, model))
        {
            return null;
        }

        return ReturnsValue(symbol) && lambda.ExpressionBody is not ThrowExpressionSyntax ? Kind.Value : Kind.Statement;
    }

    /// <summary>Whether the body of a function gives a value.</summary>
    public static bool ReturnsValue(IMethodSymbol function) =>
        !function.ReturnsVoid && !(function.IsAsync && function.ReturnType is INamedTypeSymbol { IsGenericType: false });
}
