namespace IpytestNet.Assertions.Differences;

/// <summary>The part of a text around a position, in quotes, as C# writes it.</summary>
/// <param name="Text">The part, with dots where the text goes on.</param>
/// <param name="Caret">The column of the position in it.</param>
internal sealed record TextWindow(string Text, int Caret)
{
    private const string Dots = "...";

    // Dots in place of so few characters would save nothing.
    private const int FewCharacters = 4;

    /// <summary>Cuts the window out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">The position, at most the length of the text.</param>
    /// <param name="width">About how many characters are shown.</param>
    /// <param name="ascii">Whether everything outside of ASCII is escaped.</param>
    public static TextWindow Around(string text, int position, int width, bool ascii)
    {
        var middle = Whole(text, position);
        var start = middle - width / 3;
        start = start <= FewCharacters ? 0 : Whole(text, start);
        var end = middle + (long)width * 2 / 3;
        end = end >= text.Length - FewCharacters ? text.Length : Whole(text, (int)end);

        var before = (start > 0 ? Dots : "") + '"' + Visible.Escaped(text[start..middle], ascii);
        var after = Visible.EscapedFromMark(text[middle..(int)end], ascii) + '"' + (end < text.Length ? Dots : "");
        return new TextWindow(before + after, Visible.Columns(before));
    }

    /// <summary>Moves an index that stands between the halves of a surrogate pair before the pair.</summary>
    public static int Whole(string text, int index) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]) ? index - 1 : index;
}
