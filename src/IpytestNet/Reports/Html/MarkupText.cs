using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace IpytestNet.Reports.Html;

/// <summary>Any text as HTML: nothing of it can be taken for markup, and its colours are kept.</summary>
internal static partial class MarkupText
{
    private const char FirstControlPicture = '\u2400';
    private const char DeletePicture = '\u2421';

    /// <summary>Encodes a text; what cannot be seen is shown as a sign, and colours are left out.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(Visible(Escape().Replace(text, "")));

    /// <summary>Encodes a text, with a <c>span</c> for each piece that escape sequences colour.</summary>
    public static string EncodeColored(string text)
    {
        var html = new StringBuilder(text.Length + 64);
        var ink = InkClasses.None;
        var start = 0;
        foreach (Match escape in Escape().Matches(text))
        {
            Append(html, text[start..escape.Index], ink);
            ink = ink.After(escape.Groups["codes"].Value);
            start = escape.Index + escape.Length;
        }

        Append(html, text[start..], ink);
        return html.ToString();
    }

    /// <summary>Encodes a text of which only both ends are shown if it is long.</summary>
    public static string EncodeShortened(string text, int maxLength)
    {
        if (text.Length <= maxLength)
            return EncodeColored(text);
        var headEnd = char.IsLowSurrogate(text[maxLength / 2]) ? (maxLength / 2) - 1 : maxLength / 2;
        var tailStart = text.Length - (maxLength / 2);
        tailStart += char.IsLowSurrogate(text[tailStart]) ? 1 : 0;
        return $"{EncodeColored(text[..headEnd])}\n<em>... {tailStart - headEnd:N0} characters left out ...</em>\n{EncodeColored(text[tailStart..])}";
    }

    private static void Append(StringBuilder html, string text, InkClasses ink)
    {
        if (text.Length == 0)
            return;
        var encoded = WebUtility.HtmlEncode(Visible(text));
        html.Append(ink.IsNone ? encoded : $"<span class=\"{ink}\">{encoded}</span>");
    }

    private static string Visible(string text) => text.Any(IsInvisible)
        ? string.Concat(text.Where(character => character is not '\r').Select(character => IsInvisible(character) ? Picture(character) : character))
        : text;

    private static bool IsInvisible(char character) => character is (< ' ' and not ('\t' or '\n')) or '\x7F';

    private static char Picture(char character) => character is '\x7F' ? DeletePicture : (char)(FirstControlPicture + character);

    [GeneratedRegex(@"\x1b\[(?<codes>[0-9;]*)m", RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
