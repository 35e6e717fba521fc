namespace IpytestNet.Kernel.Jupyter.Conversation;

/// <summary>Positions in text: Jupyter counts Unicode code points, C# counts UTF-16 code units.</summary>
internal static class CodePoints
{
    /// <summary>The position in code units of a position in code points; one beyond the text is its end.</summary>
    public static int ToUnits(string text, int codePoints)
    {
        var position = 0;
        for (var i = 0; i < codePoints && position < text.Length; i++)
            position += (position + 1 < text.Length && char.IsSurrogatePair(text[position], text[position + 1])) ? 2 : 1;
        return position;
    }

    /// <summary>The position in code points of a position in code units.</summary>
    public static int Of(string text, int units)
    {
        var count = 0;
        for (var position = 0; position < Math.Min(units, text.Length); count++)
            position += (position + 1 < text.Length && char.IsSurrogatePair(text[position], text[position + 1])) ? 2 : 1;
        return count;
    }
}
