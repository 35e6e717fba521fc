using System.Text;

namespace IpytestNet.Assertions.Differences;

/// <summary>Two texts that differ: where, and both around that place.</summary>
internal static class StringDifference
{
    private const int MaxInline = 60;

    /// <summary>Compares values that are texts of any type.</summary>
    public static bool CompareTexts(DifferenceWalk walk, ValuePath at, object left, object right) =>
        TextOf(left) is { } first && TextOf(right) is { } second
            ? Compare(walk, at, first, second, walk.IgnoresCase)
            : ScalarDifference.Add(walk, at, left, right);

    /// <summary>Compares two texts.</summary>
    /// <param name="walk">The walk.</param>
    /// <param name="at">Where they are.</param>
    /// <param name="left">The left text.</param>
    /// <param name="right">The right text.</param>
    /// <param name="ignoresCase">Whether letters that differ in case are equal.</param>
    public static bool Compare(DifferenceWalk walk, ValuePath at, string left, string right, bool ignoresCase = false)
    {
        var position = ignoresCase ? PrefixIgnoringCase(left, right) : left.AsSpan().CommonPrefixLength(right);
        if (position == left.Length && position == right.Length)
            return true;
        if (!walk.IsSilent)
            Add(walk, at, left, right, position);
        return false;
    }

    private static void Add(DifferenceWalk walk, ValuePath at, string left, string right, int position)
    {
        if (!at.IsRoot && IsShort(left) && IsShort(right))
            walk.Findings.Add(() => $"{at.Prefix}{Quoted(left)} != {Quoted(right)}");
        else
            walk.Findings.AddBlock(() => [$"{at.Prefix}strings differ at position {position}{LineAndColumn(left, right, position)}", .. Body(walk, left, right, position)]);
        walk.Findings.AddNote(at, () => StringHints.Of(left, right));
    }

    private static IEnumerable<string> Body(DifferenceWalk walk, string left, string right, int position) =>
        left.Contains('\n') && right.Contains('\n') && !DifferInEndsOfLines(left, right)
            ? LineBlock.Write(left, right, position, walk.Detail)
            : BothSides(walk, left, right, position);

    private static IEnumerable<string> BothSides(DifferenceWalk walk, string left, string right, int position)
    {
        var width = Math.Min(walk.Detail.Values.MaxLength * 3 / 8L, int.MaxValue);
        var ascii = StringHints.DifferInNormalization(left, right);
        var first = TextWindow.Around(left, position, (int)width, ascii);
        var second = TextWindow.Around(right, position, (int)width, ascii);
        return
        [
            $"  left:  {first.Text}",
            $"  right: {second.Text}",
            new string(' ', "  right: ".Length + second.Caret) + '^',
        ];
    }

    private static string LineAndColumn(string left, string right, int position)
    {
        if (!left.Contains('\n') && !right.Contains('\n'))
            return "";
        var before = left.AsSpan(0, position);
        return $" (line {before.Count('\n') + 1}, column {position - before.LastIndexOf('\n')})";
    }

    // A diff of lines would show lines that look equal.
    private static bool DifferInEndsOfLines(string left, string right) =>
        StringHints.DifferInLineEndings(left, right) || left.TrimEnd('\r', '\n') == right.TrimEnd('\r', '\n');

    private static int PrefixIgnoringCase(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            if (left[i] != right[i] && !left.AsSpan(i, 1).Equals(right.AsSpan(i, 1), StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return length;
    }

    private static bool IsShort(string text) => text.Length <= MaxInline && !text.Contains('\n');

    private static string Quoted(string text) => $"\"{Visible.Escaped(text, ascii: false)}\"";

    private static string? TextOf(object value) => value switch
    {
        string text => text,
        StringBuilder builder => builder.ToString(),
        Uri uri => uri.OriginalString,
        _ => value.ToString(),
    };
}
