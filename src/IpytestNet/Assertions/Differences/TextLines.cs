namespace IpytestNet.Assertions.Differences;

/// <summary>The lines of two texts that lie between what both begin and what both end with.</summary>
/// <param name="Skipped">How many equal lines stand before.</param>
/// <param name="LineBefore">The last of these, or null without any.</param>
/// <param name="Left">The lines on the left.</param>
/// <param name="Right">The lines on the right.</param>
/// <param name="LineAfter">The equal line that follows, or null without any.</param>
internal sealed record TextLines(int Skipped, string? LineBefore, IReadOnlyList<string> Left, IReadOnlyList<string> Right, string? LineAfter)
{
    private const int MaxLines = 5_000;

    /// <summary>Whether there are more lines than were taken.</summary>
    public bool IsCut { get; init; }

    /// <summary>Cuts the lines out, without dividing what is equal into lines.</summary>
    /// <param name="left">The left text.</param>
    /// <param name="right">The right text.</param>
    /// <param name="position">Where they differ first.</param>
    public static TextLines Between(string left, string right, int position)
    {
        var start = left.AsSpan(0, position).LastIndexOf('\n') + 1;
        var suffix = CommonLinesAtEnd(left, right, start);
        var leftLines = FirstLines(left, start, left.Length - suffix);
        var rightLines = FirstLines(right, start, right.Length - suffix);
        return new TextLines(
            left.AsSpan(0, start).Count('\n'),
            start > 0 ? left[(left.AsSpan(0, start - 1).LastIndexOf('\n') + 1)..(start - 1)] : null,
            [.. leftLines.Take(MaxLines)],
            [.. rightLines.Take(MaxLines)],
            suffix > 0 ? FirstLine(left, left.Length - suffix) : null)
        {
            IsCut = Math.Max(leftLines.Count, rightLines.Count) > MaxLines,
        };
    }

    /// <summary>Counts the characters of the whole lines that both texts end with.</summary>
    private static int CommonLinesAtEnd(string left, string right, int start)
    {
        var most = Math.Min(left.Length, right.Length) - start;
        var common = 0;
        while (common < most && left[^(common + 1)] == right[^(common + 1)])
            common++;

        // What is common may begin within a line.
        var firstBreak = left.AsSpan(left.Length - common).IndexOf('\n');
        return firstBreak < 0 ? 0 : common - firstBreak - 1;
    }

    /// <summary>Takes the lines of a part of a text, at most one more than are compared; after a line break at the end there is none.</summary>
    private static List<string> FirstLines(string text, int start, int end)
    {
        var lines = new List<string>();
        while (lines.Count <= MaxLines && start < end)
        {
            lines.Add(FirstLine(text, start));
            start += lines[^1].Length + 1;
        }

        return lines;
    }

    private static string FirstLine(string text, int start)
    {
        var length = text.AsSpan(start).IndexOf('\n');
        return length < 0 ? text[start..] : text.Substring(start, length);
    }
}
