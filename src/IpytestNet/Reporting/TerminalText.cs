namespace IpytestNet.Reporting;

/// <summary>Writes text for a terminal: knows the column it is at, fills lines, and leaves out colour where none is wanted.</summary>
/// <param name="output">What is written to; lines end with a line feed everywhere.</param>
/// <param name="width">The number of columns; less than 20 counts as 20.</param>
/// <param name="color">Whether inks show.</param>
internal sealed class TerminalText(TextWriter output, int width, bool color)
{
    private const int MinimumWidth = 20;

    /// <summary>The number of columns of a line.</summary>
    public int Width { get; } = Math.Max(MinimumWidth, width);

    /// <summary>Whether inks show.</summary>
    public bool Color => color;

    /// <summary>The number of columns already taken on the current line.</summary>
    public int Column { get; private set; }

    /// <summary>Writes text without ending the line.</summary>
    public void Write(string text, Ink ink = default)
    {
        output.Write(color ? ink.Apply(text) : text);
        var lineStart = text.LastIndexOf('\n') + 1;
        Column = (lineStart > 0 ? 0 : Column) + DisplayWidth.Of(text[lineStart..]);
    }

    /// <summary>Writes text and ends the line.</summary>
    public void Line(string text = "", Ink ink = default)
    {
        Write(text, ink);
        Write("\n");
    }

    /// <summary>Writes a line of several inks.</summary>
    public void Line(params ReadOnlySpan<InkedText> pieces)
    {
        Write(pieces);
        Write("\n");
    }

    /// <summary>Ends the current line if anything is on it.</summary>
    public void EnsureNewLine()
    {
        if (Column > 0)
            Line();
    }

    /// <summary>Writes a line with a title between bars, as <c>==== title ====</c>.</summary>
    public void Bar(char fill, string title, Ink ink = default)
    {
        var (left, right) = Sides(fill, DisplayWidth.Of(title));
        Line(left + title + right, ink);
    }

    /// <summary>Writes a line with a title of several inks between bars.</summary>
    public void Bar(char fill, ReadOnlySpan<InkedText> title, Ink ink)
    {
        var titleWidth = 0;
        foreach (var piece in title)
            titleWidth += DisplayWidth.Of(piece.Text);

        var (left, right) = Sides(fill, titleWidth);
        Write(left, ink);
        Write(title);
        Line(right, ink);
    }

    /// <summary>Writes a full line of underscores with gaps, which divides the entries of a trace.</summary>
    public void DashedLine() => Line(string.Concat(Enumerable.Repeat("_ ", Width / 2)).TrimEnd());

    /// <summary>Makes what is written so far visible.</summary>
    public void Flush() => output.Flush();

    // Each side has at least one character; of an odd number the right side has one more.
    private (string Left, string Right) Sides(char fill, int titleWidth)
    {
        var room = Math.Max(Width - titleWidth - 2, 2);
        return (new string(fill, room / 2) + " ", " " + new string(fill, room - (room / 2)));
    }

    private void Write(ReadOnlySpan<InkedText> pieces)
    {
        foreach (var (text, ink) in pieces)
            Write(text, ink);
    }
}
