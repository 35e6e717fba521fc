using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>An assertion in code that plain lowering has been through, in one of its forms.</summary>
/// <param name="Whole">The statement, or the body of a lambda, that the assertion is.</param>
/// <param name="Condition">What is asserted.</param>
internal abstract record Assertion(SyntaxNode Whole, ExpressionSyntax Condition)
{
    /// <summary>Whether the condition must not hold.</summary>
    public virtual bool IsNegated => false;

    /// <summary>Whether the assertion must be rewritten also where nothing is known of its parts.</summary>
    public virtual bool IsDropped => false;

    /// <summary>Whether what it is rewritten to lacks a semicolon.</summary>
    public bool LacksSemicolon => Whole is ExpressionSyntax or ExpressionStatementSyntax { SemicolonToken.IsMissing: true };

    /// <summary>What is asserted, as a message names it.</summary>
    public virtual string TextIn(BoundCell cell) => cell.TextOf(Condition.Span);

    /// <summary>The assertion as the user wrote it, without its message.</summary>
    public virtual string CallIn(BoundCell cell) => $"Assert({cell.TextOf(Condition.Span)})";

    /// <summary>Turns the assertion into an <c>if</c> that explains its failure.</summary>
    /// <param name="failure">What is known when it fails, as arguments; null for an <c>if</c> without an explanation.</param>
    /// <param name="cell">The code.</param>
    public abstract IEnumerable<TextEdit> Lower(string? failure, BoundCell cell);

    /// <summary>Makes an assertion whose parts the compiler knows explain its failure while it stays a call.</summary>
    /// <param name="site">The number of the assertion.</param>
    /// <returns>The edits, or null if it has to become an <c>if</c>.</returns>
    public virtual IEnumerable<TextEdit>? LowerKnown(int site) => null;

    /// <summary>Replaces the name of a method by <c>if</c>.</summary>
    protected static IEnumerable<TextEdit> NameBecomesIf(ExpressionSyntax name)
    {
        var first = name.GetFirstToken();
        return name.DescendantTokens().Select(token => TextEdit.Replace(token, token == first ? "if" : ""));
    }

    /// <summary>Writes the name of a method on one line.</summary>
    protected static string NameOf(InvocationExpressionSyntax call) => string.Concat(call.Expression.DescendantTokens().Select(token => token.Text));

    /// <summary>Writes a text as C# does.</summary>
    protected static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
