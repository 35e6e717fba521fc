using System.Globalization;
using System.Text;
using IpytestNet.Values;

namespace IpytestNet.Assertions.Differences;

/// <summary>Characters written so that unequal ones look unequal.</summary>
internal static class Visible
{
    /// <summary>Writes text as it stands between the quotes of a C# string.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ascii">Whether everything outside of ASCII is escaped.</param>
    public static string Escaped(string text, bool ascii)
    {
        var quoted = Literal.OfString(text, int.MaxValue, exact: true);
        return Map(quoted[1..^1], (character, isHalf) => isHalf || (ascii && character > '~') || IsUnusualBlank(character) ? Code(character) : null);
    }

    /// <summary>Writes text whose first character would merge with what stands before it.</summary>
    /// <inheritdoc cref="Escaped"/>
    public static string EscapedFromMark(string text, bool ascii) =>
        text.Length > 0 && IsMark(text[0]) ? Code(text[0]) + Escaped(text[1..], ascii) : Escaped(text, ascii);

    /// <summary>Writes a line of a text: nothing that moves the cursor, and white space as signs if asked for.</summary>
    public static string Line(string line, bool showWhiteSpace) => Map(line, (character, isHalf) => character switch
    {
        ' ' when showWhiteSpace => "·",
        '\t' => showWhiteSpace ? "→" : null,
        '\r' => @"\r",
        '\0' => @"\0",
        _ => isHalf || IsUnusualBlank(character) || IsInvisible(character) ? Code(character) : null,
    });

    /// <summary>Counts the columns that a text takes; accents that stand over a letter take none.</summary>
    public static int Columns(string text) => text.Count(character => !IsMark(character));

    /// <summary>Tells whether a character cannot be seen, white space aside.</summary>
    public static bool IsInvisible(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsUnusualBlank(char character) => character is not ' ' && char.GetUnicodeCategory(character) is UnicodeCategory.SpaceSeparator;

    private static bool IsMark(char character) => char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static string Code(char character) => $@"\u{(int)character:X4}";

    private static string Map(string text, Func<char, bool, string?> write)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var written = write(text[i], IsHalf(text, i));
            if (written is null)
                result.Append(text[i]);
            else
                result.Append(written);
        }

        return result.ToString();
    }

    /// <summary>Tells whether a character is half of a surrogate pair whose other half is missing.</summary>
    private static bool IsHalf(string text, int index) =>
        char.IsHighSurrogate(text[index])
            ? index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])
            : char.IsLowSurrogate(text[index]) && (index == 0 || !char.IsHighSurrogate(text[index - 1]));
}
