using System.Text;

namespace IpytestNet.Tool.Terminal;

/// <summary>Fits text into the columns of a line.</summary>
internal static class TextColumns
{
    /// <summary>Estimates the columns that a text takes; what may be wide counts as wide.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(Width);

    /// <summary>Cuts a text so that it takes at most so many columns.</summary>
    public static string Cut(string text, int columns)
    {
        if (Width(text) <= columns)
            return text;

        var kept = new StringBuilder();
        var left = columns - 1;
        foreach (var rune in text.EnumerateRunes().TakeWhile(rune => (left -= Width(rune)) >= 0))
            kept.Append(rune);
        return kept.Append('…').ToString();
    }

    /// <summary>Breaks a text at spaces into lines of at most so many columns; a longer word has a line of its own.</summary>
    public static IEnumerable<string> Wrap(string text, int columns)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && Width(line) + 1 + Width(word) > columns)
            {
                yield return line;
                line = "";
            }
            line += line.Length > 0 ? $" {word}" : word;
        }
        yield return line;
    }

    /// <summary>Returns a rule across the line, with a title near its left end.</summary>
    public static string Rule(string title, int columns) => $"── {title} ".PadRight(columns + title.Length - Width(title), '─');

    private static int Width(Rune rune) => rune.Value < 0x300 || rune.Value is >= 0x2010 and < 0x2600 ? 1 : 2;
}
