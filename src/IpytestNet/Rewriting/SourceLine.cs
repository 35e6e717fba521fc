using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Rewriting;

/// <summary>Code as a message shows it: on one line, without comments.</summary>
internal static class SourceLine
{
    private const int MaxLength = 300;

    public static string Of(SyntaxNode node) => Of(node.DescendantTokens());

    /// <summary>Writes the tokens of a part of the code.</summary>
    public static string Of(SyntaxNode root, TextSpan span) =>
        Of(root.DescendantTokens(node => node.FullSpan.IntersectsWith(span)).Where(token => span.Contains(token.Span)));

    private static string Of(IEnumerable<SyntaxToken> tokens)
    {
        var line = new StringBuilder();
        foreach (var token in tokens)
        {
            // A line break within a token is one of a string that spans lines.
            line.Append(token.Text.ReplaceLineEndings(@"\n"));
            if (token.TrailingTrivia.Count > 0 || token.GetNextToken().LeadingTrivia.Count > 0)
                line.Append(' ');
        }

        var text = line.ToString().Trim();
        return text.Length <= MaxLength ? text : $"{text[..(MaxLength - 3)]}...";
    }
}
