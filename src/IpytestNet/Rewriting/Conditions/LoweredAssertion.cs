using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>An <c>Assert(…)</c> of the notebook, which plain lowering made an <c>if</c> with an <c>else throw</c>.</summary>
internal sealed record LoweredAssertion(IfStatementSyntax Statement, LiteralExpressionSyntax Source) : Assertion(Statement, Statement.Condition)
{
    /// <summary>Gives the assertion that a statement is, or null.</summary>
    public static LoweredAssertion? Of(IfStatementSyntax statement) =>
        statement is
        {
            Statement: BlockSyntax { Statements.Count: 0 },
            Else.Statement: ThrowStatementSyntax
            {
                Expression: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax source }, ..] } failure
            }
        }
        && failure.Expression.ToString() == AssertRewriter.Failed
            ? new LoweredAssertion(statement, source)
            : null;

    /// <inheritdoc/>
    public override IEnumerable<TextEdit> Lower(string? failure, BoundCell cell) =>
        failure is null ? [] : [TextEdit.Replace(Source.Token, failure)];
}
