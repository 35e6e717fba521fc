using System.Text.RegularExpressions;

namespace IpytestNet.Sessions;

/// <summary>Reads what the comment above a declaration says it is: its <c>&lt;summary&gt;</c>, or all of it without one.</summary>
internal static partial class DocumentationSummary
{
    /// <summary>Gives the summary in one line.</summary>
    /// <param name="comment">The comment, with its slashes.</param>
    public static string Of(string comment)
    {
        var text = string.Join('\n', comment.Split('\n').Select(line => line.Trim().TrimStart('/', '*')));
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
