using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>An <c>Assert(…)</c> of the notebook in a lambda or a function that is an expression, which plain lowering made a call.</summary>
internal sealed record CheckedAssertion(SyntaxNode Whole, InvocationExpressionSyntax Call) : Assertion(Whole, Call.ArgumentList.Arguments[0].Expression)
{
    /// <summary>Gives the assertion that a call is, or null.</summary>
    /// <param name="call">The call.</param>
    /// <param name="whole">The statement, or the body of a lambda, that the call is.</param>
    public static CheckedAssertion? Of(InvocationExpressionSyntax call, SyntaxNode whole) =>
        call.Expression.ToString() == AssertRewriter.Check
        && call.ArgumentList.Arguments is [_, _, _] arguments
        && arguments.All(argument => argument.NameColon is null)
            ? new CheckedAssertion(whole, call)
            : null;

    /// <inheritdoc/>
    public override IEnumerable<TextEdit> Lower(string? failure, BoundCell cell)
    {
        var arguments = Call.ArgumentList.Arguments;
        return failure is null
            ? []
            :
            [
                .. NameBecomesIf(Call.Expression),
                TextEdit.Replace(arguments.GetSeparator(0), $") {{ }} else throw {AssertRewriter.Failed}({failure}, "),
                TextEdit.Replace(arguments.GetSeparator(1), ""),
                TextEdit.Replace(arguments[2].Expression.GetFirstToken(), ""),
            ];
    }

    /// <inheritdoc/>
    public override IEnumerable<TextEdit> LowerKnown(int site) =>
        [TextEdit.Replace(Call.ArgumentList.Arguments[2].Expression.GetFirstToken(), $"{site}")];
}
