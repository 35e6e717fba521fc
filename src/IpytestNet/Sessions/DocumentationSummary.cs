using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Sessions;

/// <summary>Reads what the comment above a declaration says it is: its <c>&lt;summary&gt;</c>, or all of it without one.</summary>
internal static partial class DocumentationSummary
{
    /// <summary>Gives the summary in one line; empty without a comment.</summary>
    public static string Of(MemberDeclarationSyntax member)
    {
        var trivia = member.GetLeadingTrivia().ToFullString();
        if (!trivia.Contains("///", StringComparison.Ordinal))
            return "";
        var text = string.Join('\n', trivia.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("///", StringComparison.Ordinal)).Select(line => line[3..]));
        var summary = Summary().Match(text);
        return Space().Replace(Tag().Replace((summary.Success ? summary.Groups["text"].Value : text), "${name}"), " ").Trim()
            .Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);
    }

    [GeneratedRegex("<summary>(?<text>.*?)</summary>", RegexOptions.Singleline)]
    private static partial Regex Summary();

    // Of a reference its name is what a person reads: <see cref="Db"/>.
    [GeneratedRegex("""<(?:see|seealso|paramref|typeparamref)\s+(?:cref|name|langword|href)="(?<name>[^"]*)"\s*/?>|</?[a-z]+[^>]*>""")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
