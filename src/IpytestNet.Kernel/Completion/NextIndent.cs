using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Kernel.Completion;

/// <summary>How far the line is indented that follows unfinished code.</summary>
internal static class NextIndent
{
    private const int Step = 4;

    /// <summary>Gives the number of spaces that the last line of any text begins with.</summary>
    public static int AsIn(string text) => IndentOf(LastWritten(SourceText.From(text).Lines));

    /// <summary>Gives the number of spaces.</summary>
    public static int After(SyntaxTree tree)
    {
        var lines = tree.GetText().Lines;
        var last = LastWritten(lines);
        var tokens = tree.GetRoot().DescendantTokens(descendIntoTrivia: false).Where(token => token.Span.Length > 0).ToList();
        // Text of a string or a comment goes on as it began.
        if (tokens is not [.., var end] || end.Span.End < last.Start || end.SpanStart < last.Start)
            return IndentOf(last);
        if (InnermostOpen(tokens) is { } open)
            return IndentOf(lines.GetLineFromPosition(open.SpanStart)) + Step;
        return IndentOf(last) + (IsOver(end) ? 0 : Step);
    }

    private static TextLine LastWritten(TextLineCollection lines) => lines.LastOrDefault(line => !string.IsNullOrWhiteSpace(line.ToString()));

    private static SyntaxToken? InnermostOpen(List<SyntaxToken> tokens)
    {
        var open = new Stack<SyntaxToken>();
        foreach (var token in tokens)
        {
            if (token.Kind() is SyntaxKind.OpenBraceToken or SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken)
                open.Push(token);
            else if (token.Kind() is SyntaxKind.CloseBraceToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken)
                open.TryPop(out _);
        }

        return open.TryPeek(out var innermost) ? innermost : null;
    }

    private static bool IsOver(SyntaxToken token) => token.Kind() is SyntaxKind.SemicolonToken or SyntaxKind.CloseBraceToken or SyntaxKind.CloseBracketToken
        || token.Parent is LiteralExpressionSyntax;

    private static int IndentOf(TextLine line)
    {
        var text = line.ToString();
        return text[..^text.TrimStart().Length].Sum(space => space is '\t' ? Step : 1);
    }
}
