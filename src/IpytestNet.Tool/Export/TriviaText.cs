using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Tool.Export;

/// <summary>The comments around code, without directives, which hold for a cell and not for a file.</summary>
internal static class TriviaText
{
    /// <summary>Returns the comments before a token, each in its lines; empty if there is none.</summary>
    public static string Before(SyntaxToken token) => Of(token.LeadingTrivia);

    /// <summary>Returns the comments behind a node on its line.</summary>
    public static string Behind(SyntaxNode node)
    {
        var text = Of(node.GetTrailingTrivia()).Trim();
        return text.Length is 0 ? "" : $" {text}";
    }

    private static string Of(SyntaxTriviaList trivia)
    {
        var text = new StringBuilder();
        foreach (var one in trivia)
        {
            if (one.GetStructure() is { } structure && !SyntaxFacts.IsDocumentationCommentTrivia(one.Kind()))
                text.Append(structure is Microsoft.CodeAnalysis.CSharp.Syntax.DirectiveTriviaSyntax { IsActive: true } directive ? AsComment(directive) : "");
            else if (!one.IsKind(SyntaxKind.DisabledTextTrivia) && !one.IsKind(SyntaxKind.SkippedTokensTrivia))
                text.Append(one.ToFullString());
        }

        return Tidy(text.ToString());
    }

    // References are said in the project file; conditions and the like are settled.
    private static string AsComment(Microsoft.CodeAnalysis.CSharp.Syntax.DirectiveTriviaSyntax directive) => directive.Kind() switch
    {
        SyntaxKind.ReferenceDirectiveTrivia or SyntaxKind.LoadDirectiveTrivia or SyntaxKind.RegionDirectiveTrivia => $"// {directive.ToString().Trim()}\n",
        _ => "",
    };

    private static string Tidy(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).ToList();
        var kept = new List<string>();
        foreach (var line in lines.SkipWhile(line => line.Length is 0))
        {
            if (line.Length > 0 || kept is [.., { Length: > 0 }])
                kept.Add(line);
        }

        while (kept is [.., { Length: 0 }])
            kept.RemoveAt(kept.Count - 1);
        return string.Join('\n', kept);
    }
}
