using IpytestNet.Rewriting.Conditions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Coverage.Instrumentation;

/// <summary>The arguments of a call whose text goes to another parameter (<c>[CallerArgumentExpression]</c>).</summary>
internal static class QuotedArguments
{
    /// <summary>Lists them, with the parameters that get their text, where the call does not give it itself.</summary>
    public static IEnumerable<(string Name, ExpressionSyntax Value)> Of(ExpressionSyntax call, BaseArgumentListSyntax arguments, SemanticModel model)
    {
        if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
            yield break;
        var given = arguments.Arguments.Select((argument, index) => (argument.Expression, Parameter: ArgumentRule.ParameterOf(argument, index, method.Parameters))).ToList();
        foreach (var parameter in method.Parameters.Where(parameter => given.TrueForAll(argument => !SymbolEqualityComparer.Default.Equals(argument.Parameter, parameter))))
        {
            if (ArgumentRule.QuotedBy(parameter) is not { } quoted)
                continue;
            var value = given.Find(argument => argument.Parameter?.Name == quoted).Expression ?? Receiver(call, method, quoted);
            if (value is not null)
                yield return (parameter.Name, value);
        }
    }

    private static ExpressionSyntax? Receiver(ExpressionSyntax call, IMethodSymbol method, string quoted) =>
        method.ReducedFrom is { Parameters: [var first, ..] } && first.Name == quoted && call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } }
            ? receiver
            : null;
}
