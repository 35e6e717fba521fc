using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>Finds predicates whose calls can be observed: lambdas that <c>All</c>, <c>Any</c> and their like call one element after the other.</summary>
internal static class Predicates
{
    /// <summary>Gives the predicate of a call, or null.</summary>
    public static LambdaExpressionSyntax? Find(InvocationExpressionSyntax call, IMethodSymbol method, SemanticModel model) =>
        IsAsker(method)
        && call.ArgumentList.Arguments is [.., { Expression: LambdaExpressionSyntax { ExpressionBody: { } body } lambda }]
        && !lambda.Modifiers.Any()
        && ParameterOf(lambda) is { Modifiers.Count: 0, Identifier.ValueText: not "_" }
        && model.GetTypeInfo(body).Type?.SpecialType is SpecialType.System_Boolean
        && model.GetTypeInfo(lambda).ConvertedType?.TypeKind is TypeKind.Delegate
        && !ExpressionTrees.Contain(lambda, model)
            ? lambda
            : null;

    /// <summary>Gives the only parameter of a lambda, or null.</summary>
    public static ParameterSyntax? ParameterOf(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var only] } => only,
        _ => null,
    };

    private static bool IsAsker(IMethodSymbol method) => (method.ContainingType.ToDisplayString(), method.Name) switch
    {
        ("System.Linq.Enumerable", "All" or "Any") => true,
        ("System.Array", "TrueForAll" or "Exists") => true,
        _ => method is { Name: "TrueForAll" or "Exists", ContainingType: { Name: "List", ContainingNamespace.Name: "Generic" } },
    };
}
