using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Coverage.Instrumentation;

/// <summary>The part of a clause that names it: a comment on one of its lines is about the whole clause.</summary>
internal static class ClauseHeader
{
    /// <summary>Gives it, the brace that opens the clause included; null for what is no clause.</summary>
    public static TextSpan? Of(SyntaxNode node) => node switch
    {
        IfStatementSyntax clause => From(clause, clause.CloseParenToken, clause.Statement),
        // The if behind an else is its own clause.
        ElseClauseSyntax { Statement: not IfStatementSyntax } clause => From(clause, clause.ElseKeyword, clause.Statement),
        ForStatementSyntax clause => From(clause, clause.CloseParenToken, clause.Statement),
        CommonForEachStatementSyntax clause => From(clause, clause.CloseParenToken, clause.Statement),
        WhileStatementSyntax clause => From(clause, clause.CloseParenToken, clause.Statement),
        DoStatementSyntax clause => From(clause, clause.DoKeyword, clause.Statement),
        UsingStatementSyntax clause => From(clause, clause.CloseParenToken, clause.Statement),
        LockStatementSyntax clause => From(clause, clause.CloseParenToken, clause.Statement),
        FixedStatementSyntax clause => From(clause, clause.CloseParenToken, clause.Statement),
        CheckedStatementSyntax clause => From(clause, clause.Keyword, clause.Block),
        UnsafeStatementSyntax clause => From(clause, clause.UnsafeKeyword, clause.Block),
        SwitchStatementSyntax clause => TextSpan.FromBounds(clause.SpanStart, clause.OpenBraceToken.Span.End),
        SwitchSectionSyntax clause => From(clause, clause.Labels[^1].ColonToken, clause.Statements[0]),
        // A line of an arm is about the arm.
        SwitchExpressionArmSyntax clause => clause.Span,
        BlockSyntax { Parent: TryStatementSyntax attempt } block => TextSpan.FromBounds(attempt.TryKeyword.SpanStart, block.OpenBraceToken.Span.End),
        CatchClauseSyntax clause => TextSpan.FromBounds(clause.SpanStart, clause.Block.OpenBraceToken.Span.End),
        FinallyClauseSyntax clause => TextSpan.FromBounds(clause.SpanStart, clause.Block.OpenBraceToken.Span.End),
        AnonymousFunctionExpressionSyntax { Block: { } block } clause => TextSpan.FromBounds(clause.SpanStart, block.OpenBraceToken.Span.End),
        AnonymousFunctionExpressionSyntax clause => clause.Span,
        LocalFunctionStatementSyntax clause => Function(clause, clause.Body, clause.ExpressionBody),
        BaseMethodDeclarationSyntax clause => Function(clause, clause.Body, clause.ExpressionBody),
        AccessorDeclarationSyntax clause => Function(clause, clause.Body, clause.ExpressionBody),
        BasePropertyDeclarationSyntax clause => clause.AccessorList is { } list
            ? TextSpan.FromBounds(Start(clause), list.OpenBraceToken.Span.End)
            : TextSpan.FromBounds(Start(clause), clause.Span.End),
        BaseTypeDeclarationSyntax { OpenBraceToken.RawKind: not 0 } clause => TextSpan.FromBounds(Start(clause), clause.OpenBraceToken.Span.End),
        NamespaceDeclarationSyntax clause => TextSpan.FromBounds(clause.SpanStart, clause.OpenBraceToken.Span.End),
        _ => null,
    };

    private static TextSpan From(SyntaxNode clause, SyntaxToken end, StatementSyntax body) =>
        TextSpan.FromBounds(clause.SpanStart, body is BlockSyntax block ? block.OpenBraceToken.Span.End : end.Span.End);

    private static TextSpan Function(SyntaxNode clause, BlockSyntax? body, ArrowExpressionClauseSyntax? arrow) =>
        TextSpan.FromBounds(Start(clause), body?.OpenBraceToken.Span.End ?? arrow?.Span.End ?? clause.Span.End);

    private static int Start(SyntaxNode clause) => clause.SpanStart;
}
