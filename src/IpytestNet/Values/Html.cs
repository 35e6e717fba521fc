using System.Net;
using System.Text.RegularExpressions;

namespace IpytestNet.Values;

/// <summary>Markup that a notebook shows as HTML.</summary>
/// <param name="Text">The markup; it is shown as it is, so text of others must be encoded before.</param>
public sealed partial record Html(string Text) : IHtmlValue
{
    string IHtmlValue.ToHtml() => Text;

    /// <summary>Gives the words of the markup without its tags, or the markup itself if it has no words.</summary>
    public override string ToString()
    {
        var lines = Tag().Replace(LineEnd().Replace(Hidden().Replace(Text, ""), "\n"), "")
            .Split('\n')
            .Select(line => Blanks().Replace(WebUtility.HtmlDecode(line), " ").Trim())
            .Where(line => line.Length > 0);
        var words = string.Join('\n', lines);
        return words.Length > 0 ? words : Text;
    }

    [GeneratedRegex(@"<!--.*?-->|<(?<hidden>script|style)\b.*?</\k<hidden>\s*>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"<br\b[^>]*>|</(p|div|tr|li|h[1-6]|table|ul|ol|pre|blockquote)\s*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"</?[a-z!][^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
