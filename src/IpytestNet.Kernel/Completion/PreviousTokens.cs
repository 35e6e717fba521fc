using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Completion;

/// <summary>What the tokens before a word tell of its place, also where unfinished code has no syntax to go by.</summary>
internal static class PreviousTokens
{
    private const int LongestQuery = 200;

    // They are names to the parser until what follows them is there.
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "async", "await", "partial", "yield", "where", "select", "when", "and", "or", "not", "orderby", "let", "on", "equals", "by", "from",
        "in", "group", "required", "file", "scoped", "unmanaged", "global", "add", "remove",
    };

    /// <summary>Whether the tokens before a word on its line are a finished expression, so that only a word can follow that goes on.</summary>
    public static bool EndOperand(SyntaxToken word)
    {
        var previous = Before(word);
        if (!IsOnSameLine(previous, word) && !IsInQuery(previous))
            return false;
        return previous.Kind() switch
        {
            SyntaxKind.IdentifierToken => !Openers.Contains(previous.Text),
            SyntaxKind.CloseParenToken =>
                previous.Parent is ArgumentListSyntax or ParenthesizedExpressionSyntax or TupleExpressionSyntax or TypeOfExpressionSyntax,
            SyntaxKind.CloseBracketToken => previous.Parent is BracketedArgumentListSyntax or CollectionExpressionSyntax,
            SyntaxKind.ThisKeyword or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedRawStringEndToken => true,
            SyntaxKind.DefaultKeyword => false,
            _ => previous.Parent is LiteralExpressionSyntax,
        };
    }

    /// <summary>Whether a word stands where a statement begins.</summary>
    public static bool BeginStatement(SyntaxToken word)
    {
        var previous = Before(word);
        return previous.Kind() switch
        {
            SyntaxKind.None or SyntaxKind.SemicolonToken or SyntaxKind.ElseKeyword or SyntaxKind.DoKeyword => previous.Parent is not ForStatementSyntax,
            SyntaxKind.OpenBraceToken => previous.Parent is BlockSyntax or SwitchStatementSyntax,
            SyntaxKind.CloseBraceToken => previous.Parent
                is not (InitializerExpressionSyntax or AnonymousObjectCreationExpressionSyntax or SwitchExpressionSyntax or InterpolationSyntax),
            SyntaxKind.CloseParenToken => IsHeader(previous.Parent) || IsCallInLineAbove(previous, word),
            SyntaxKind.CloseBracketToken => previous.Parent is AttributeListSyntax,
            SyntaxKind.ColonToken => previous.Parent is SwitchLabelSyntax or LabeledStatementSyntax,
            _ => false,
        };
    }

    /// <summary>Whether a word is the name of an attribute in a list whose end is not written.</summary>
    public static bool OpenAttribute(SyntaxToken word)
    {
        var opening = Before(word);
        if (!opening.IsKind(SyntaxKind.OpenBracketToken))
            return false;
        var outside = Before(opening);
        return outside.Kind() is SyntaxKind.None or SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken
            || (outside.IsKind(SyntaxKind.CloseBracketToken) && outside.Parent is AttributeListSyntax);
    }

    /// <summary>Whether a word stands where an accessor of a property or an event begins.</summary>
    public static bool OpenAccessor(SyntaxToken word)
    {
        var previous = Before(word);
        return previous.Parent is AccessorDeclarationSyntax || (previous.Parent is AccessorListSyntax && previous.IsKind(SyntaxKind.OpenBraceToken));
    }

    private static SyntaxToken Before(SyntaxToken word) => word.GetPreviousToken(includeSkipped: true);

    private static bool IsHeader(SyntaxNode? node) =>
        node is IfStatementSyntax or WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
            or UsingStatementSyntax or LockStatementSyntax or FixedStatementSyntax;

    // The statement above may lack its semicolon while the next one is written.
    private static bool IsCallInLineAbove(SyntaxToken previous, SyntaxToken word) =>
        !IsOnSameLine(previous, word) && previous.Parent is ArgumentListSyntax && word.Parent is IdentifierNameSyntax { Parent: ExpressionStatementSyntax };

    // The clauses of a query stand on lines of their own.
    private static bool IsInQuery(SyntaxToken token)
    {
        for (var seen = 0; seen < LongestQuery && !IsEndOfStatement(token); seen++)
        {
            if (token.Text is "from" && token.GetNextToken().GetNextToken().Text is "in")
                return true;
            token = Before(token);
        }

        return false;
    }

    private static bool IsEndOfStatement(SyntaxToken token) =>
        token.Kind() is SyntaxKind.None or SyntaxKind.SemicolonToken or SyntaxKind.OpenBraceToken or SyntaxKind.CloseBraceToken;

    private static bool IsOnSameLine(SyntaxToken previous, SyntaxToken word) =>
        !previous.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) && !word.LeadingTrivia.Any(SyntaxKind.EndOfLineTrivia);
}
