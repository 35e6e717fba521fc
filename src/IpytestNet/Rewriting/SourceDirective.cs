using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Rewriting;

/// <summary>A line <c>#i "nuget: SOURCE"</c>, which tells where packages are and is no C#.</summary>
/// <param name="Text">What stands between the quotes; null where the line is of another form.</param>
/// <param name="Span">Where it stands, to the end of its line.</param>
/// <param name="Place">Its 0-based line and column.</param>
internal sealed record SourceDirective(string? Text, TextSpan Span, LinePosition Place)
{
    private const string Scheme = "nuget:";

    /// <summary>Finds those of a cell.</summary>
    public static IReadOnlyList<SourceDirective> In(CompilationUnitSyntax root) => root.ContainsDirectives
        ? [.. root.DescendantNodes(descendIntoTrivia: true).OfType<BadDirectiveTriviaSyntax>().Where(directive => directive.Identifier.ValueText is "i").Select(Of)]
        : [];

    /// <summary>Blanks them in a text, so that no line or column moves.</summary>
    public static string Blank(string text, IEnumerable<SourceDirective> directives) => directives.Aggregate(
        text, (current, directive) => string.Concat(current.AsSpan(0, directive.Span.Start), new string(' ', directive.Span.Length), current.AsSpan(directive.Span.End)));

    private static SourceDirective Of(BadDirectiveTriviaSyntax directive)
    {
        var place = directive.GetLocation().GetLineSpan().StartLinePosition;
        var line = directive.SyntaxTree.GetText().Lines[place.Line];
        var span = TextSpan.FromBounds(directive.SpanStart, line.End);
        var behind = directive.SyntaxTree.GetText().ToString(TextSpan.FromBounds(directive.Identifier.Span.End, line.End));
        return new SourceDirective(Quoted(behind), span, place);
    }

    private static string? Quoted(string text)
    {
        var token = SyntaxFactory.ParseToken(text);
        return token.IsKind(SyntaxKind.StringLiteralToken) && token.Span.End == text.TrimEnd().Length && token.ValueText.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? token.ValueText
            : null;
    }
}
