using System.Text;

namespace IpytestNet.Reports;

/// <summary>Text as XML can hold it.</summary>
internal static class XmlCharacters
{
    /// <summary>Writes characters that XML 1.0 forbids as pytest does: <c>#x1B</c>.</summary>
    public static string Escape(string text)
    {
        // Nearly every text is fine as it is.
        if (IsFine(text))
            return text;

        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                escaped.Append(text[i]).Append(text[++i]);
            else if (IsAllowed(text[i]))
                escaped.Append(text[i]);
            else
                escaped.Append("#x").Append(((int)text[i]).ToString(text[i] <= '\xFF' ? "X2" : "X4"));
        }

        return escaped.ToString();
    }

    private static bool IsFine(string text)
    {
        foreach (var character in text)
        {
            if (!IsAllowed(character))
                return false;
        }

        return true;
    }

    // pytest escapes DEL too.
    private static bool IsAllowed(char character) =>
        character is '\t' or '\n' or '\r' or (>= ' ' and <= '\x7E') or (>= '\x80' and <= '\uD7FF') or (>= '\uE000' and <= '\uFFFD');
}
