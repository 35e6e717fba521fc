using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Cells;

/// <summary>Options as ipytest's users know them from Python, turned into C#.</summary>
internal static class PythonSpelling
{
    /// <summary>
    /// Replaces what is no C# at all, character by character so that positions stay:
    /// <c>'text'</c> by <c>"text"</c>, the tuples <c>()</c> and <c>("a",)</c> by <c>[]</c> and <c>["a",]</c>.
    /// </summary>
    public static string ToCSharp(string text)
    {
        var result = new StringBuilder(text);
        var open = new Stack<int>();
        var last = '(';
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            switch (character)
            {
                case '"' or '\'':
                    var end = EndOfString(text, i);
                    if (character is '\'' && end < text.Length && !IsCharacter(text[i..(end + 1)]))
                        (result[i], result[end]) = ('"', '"');
                    i = end;
                    break;
                case '(':
                    open.Push(IsCall(last) ? -1 : i);
                    break;
                case ')' when open.TryPop(out var start) && start >= 0 && last is ',' or '(' && !IsLambda(text, i):
                    (result[start], result[i]) = ('[', ']');
                    break;
            }

            if (!char.IsWhiteSpace(character))
                last = character;
        }

        return result.ToString();
    }

    /// <summary>Turns a name such as <c>raise_on_error</c> into <c>raiseOnError</c>.</summary>
    public static string CamelCase(string name)
    {
        var words = name.Split('_', StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? name : words[0] + string.Concat(words[1..].Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    /// <summary>Turns the value of <c>name=value</c> into C#: <c>True</c>, <c>False</c>, <c>None</c>, <c>'a'</c>, tuples.</summary>
    public static ExpressionSyntax Value(ExpressionSyntax value) => (ExpressionSyntax)new ValueRewriter().Visit(value);

    private static int EndOfString(string text, int start)
    {
        var verbatim = start > 0 && text[start] is '"' && (text[start - 1] is '@' || start > 1 && text[(start - 2)..start] is "@$");
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == text[start])
                return i;
            if (text[i] is '\\' && !verbatim)
                i++;
        }

        return text.Length;
    }

    private static bool IsCharacter(string text) =>
        SyntaxFactory.ParseExpression(text) is { RawKind: (int)SyntaxKind.CharacterLiteralExpression, ContainsDiagnostics: false };

    private static bool IsLambda(string text, int close) => text.AsSpan(close + 1).TrimStart().StartsWith("=>");

    private static bool IsCall(char before) => char.IsLetterOrDigit(before) || before is '_' or '>' or ')' or ']';

    private sealed class ValueRewriter : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) => node.Identifier.Text switch
        {
            "True" => Literal(SyntaxKind.TrueLiteralExpression, node),
            "False" => Literal(SyntaxKind.FalseLiteralExpression, node),
            "None" => Literal(SyntaxKind.NullLiteralExpression, node),
            _ => node,
        };

        public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node) =>
            node.WithExpression((ExpressionSyntax)Visit(node.Expression));

        public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node) =>
            node.IsKind(SyntaxKind.CharacterLiteralExpression)
                ? SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(node.Token.ValueText)).WithTriviaFrom(node)
                : node;

        public override SyntaxNode? VisitTupleExpression(TupleExpressionSyntax node) =>
            SyntaxFactory.ParseExpression($"[{Visit(node.Arguments)}]").WithTriviaFrom(node);

        private SeparatedSyntaxList<ArgumentSyntax> Visit(SeparatedSyntaxList<ArgumentSyntax> arguments) => VisitList(arguments);

        private static LiteralExpressionSyntax Literal(SyntaxKind kind, IdentifierNameSyntax node) =>
            SyntaxFactory.LiteralExpression(kind).WithTriviaFrom(node);
    }
}
