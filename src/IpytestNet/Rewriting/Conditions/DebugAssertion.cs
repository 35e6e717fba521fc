using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>
/// A <c>Debug.Assert</c> or <c>Trace.Assert</c>, which the compiler would drop from a cell, and which would end the process if it did not.
/// </summary>
internal sealed record DebugAssertion(SyntaxNode Whole, InvocationExpressionSyntax Call) : Assertion(Whole, Call.ArgumentList.Arguments[0].Expression)
{
    /// <inheritdoc/>
    public override bool IsDropped => true;

    /// <summary>Gives the assertion that a call is, or null.</summary>
    /// <param name="call">The call.</param>
    /// <param name="whole">The statement, or the body of a lambda, that the call is.</param>
    /// <param name="method">The method that it calls.</param>
    public static DebugAssertion? Of(InvocationExpressionSyntax call, SyntaxNode whole, IMethodSymbol method) =>
        method is { Name: "Assert", ContainingType: { Name: "Debug" or "Trace", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace.Name: "System" } } }
        && MessageArguments.AreInOrder(call.ArgumentList, method)
            ? new DebugAssertion(whole, call)
            : null;

    /// <inheritdoc/>
    public override string CallIn(BoundCell cell) => $"{NameOf(Call)}({cell.TextOf(Condition.Span)})";

    /// <inheritdoc/>
    public override IEnumerable<TextEdit> Lower(string? failure, BoundCell cell)
    {
        var arguments = Call.ArgumentList.Arguments;
        var open = $") {{ }} else throw {AssertRewriter.Failed}({failure ?? Quoted(TextIn(cell))}";
        return
        [
            .. NameBecomesIf(Call.Expression),
            .. MessageArguments.WithoutNames(arguments),
            .. arguments.Count == 1
                ? [TextEdit.After(arguments[0], open)]
                : MessageArguments.AsOneText(arguments, open + ", ", separator: " + \"\\n\" + "),
        ];
    }
}
