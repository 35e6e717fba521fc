using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Reporting;

/// <summary>Colours source as pytest does where a highlighter is installed.</summary>
internal static class SourceColors
{
    /// <summary>Divides a line into pieces of one colour.</summary>
    public static IReadOnlyList<InkedText> Pieces(SourceText text, SyntaxNode root, TextSpan line)
    {
        var pieces = new List<InkedText>();
        var position = line.Start;
        foreach (var (span, ink) in Inked(root, line))
        {
            if (span.Intersection(line) is not { IsEmpty: false } shown || shown.Start < position)
                continue;

            Add(position, shown.Start, default);
            Add(shown.Start, shown.End, ink);
            position = shown.End;
        }

        Add(position, line.End, default);
        return pieces;

        void Add(int start, int end, Ink ink)
        {
            if (end > start)
                pieces.Add(new InkedText(text.ToString(TextSpan.FromBounds(start, end)), ink));
        }
    }

    private static IEnumerable<(TextSpan Span, Ink Ink)> Inked(SyntaxNode root, TextSpan line)
    {
        foreach (var token in root.DescendantTokens(line))
        {
            foreach (var comment in token.LeadingTrivia.Where(IsComment))
                yield return (comment.Span, Ink.Grey);
            if (InkOf(token) is { Codes: not null } ink)
                yield return (token.Span, ink);
            foreach (var comment in token.TrailingTrivia.Where(IsComment))
                yield return (comment.Span, Ink.Grey);
        }
    }

    private static Ink InkOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => Ink.BrightBlue,
        SyntaxKind.IdentifierToken => token.Parent is MethodDeclarationSyntax or LocalFunctionStatementSyntax ? Ink.BrightGreen : default,
        _ when token.IsKeyword() || token.IsContextualKeyword() => Ink.BrightBlue,
        _ when token.Parent is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or InterpolatedStringTextSyntax => Ink.Yellow,
        _ => default,
    };

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia
        or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia;
}
