using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Coverage.Instrumentation;

/// <summary>The lines that comments and patterns mark, from 0.</summary>
internal static class MarkedLines
{
    /// <summary>Finds the lines that are excluded.</summary>
    public static IReadOnlySet<int> Excluded(SyntaxNode root, SourceText text, ExclusionRules rules) =>
        Of(root, text, rules.HasCoverPragma ? rules.IsCoverPragma : null, rules.Excluded);

    /// <summary>Finds the lines whose outcomes count as taken.</summary>
    public static IReadOnlySet<int> Optional(SyntaxNode root, SourceText text, ExclusionRules rules) =>
        Of(root, text, rules.HasBranchPragma ? rules.IsBranchPragma : null, rules.Optional);

    private static HashSet<int> Of(SyntaxNode root, SourceText text, Func<string, bool>? isPragma, IReadOnlyList<Regex> patterns)
    {
        var lines = new HashSet<int>();
        if (isPragma is not null)
            lines.UnionWith(root.DescendantTrivia().Where(IsComment).Where(comment => isPragma(comment.ToString())).Select(comment => text.Lines.IndexOf(comment.SpanStart)));
        if (patterns.Count == 0)
            return lines;
        var all = text.ToString();
        foreach (var match in patterns.SelectMany(pattern => pattern.Matches(all)).Where(match => match.Length > 0))
        {
            for (var line = text.Lines.IndexOf(match.Index); line <= text.Lines.IndexOf(match.Index + match.Length - 1); line++)
                lines.Add(line);
        }

        return lines;
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;
}
