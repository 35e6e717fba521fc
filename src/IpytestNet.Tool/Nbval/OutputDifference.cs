using IpytestNet.Assertions.Differences;

namespace IpytestNet.Tool.Nbval;

/// <summary>An output that is not what is stored.</summary>
/// <param name="Key">What it is of: a stream, a MIME type, or a part of an error.</param>
/// <param name="Summary">The difference in a few words.</param>
/// <param name="Lines">The lines that differ, those stored with <c>-</c> and those of now with <c>+</c>.</param>
internal sealed record OutputDifference(string Key, string Summary, IReadOnlyList<string> Lines)
{
    private const int MaxLines = 60;
    private const int MaxWidth = 400;
    private const int LinesAround = 2;

    /// <summary>Compares two texts.</summary>
    /// <param name="key">What they are of.</param>
    /// <param name="stored">What is stored, or null if it has not been put out.</param>
    /// <param name="fresh">What was put out now, or null.</param>
    /// <param name="sanitizer">Makes equal what may differ.</param>
    /// <returns>The difference, or null if there is none.</returns>
    public static OutputDifference? Between(string key, string? stored, string? fresh, Sanitizer sanitizer)
    {
        var before = Compared(stored, sanitizer);
        var after = Compared(fresh, sanitizer);
        if (string.Join('\n', before) == string.Join('\n', after))
            return null;

        var changes = LineDiff.Between(before, after);
        var summary = fresh is null ? $"{key} is missing" : stored is null ? $"{key} is new" : $"{key} differs from line {changes[0].Left + 1} on";
        return new OutputDifference(key, summary, Shown(stored, fresh, before, after, changes));
    }

    private static string[] Compared(string? text, Sanitizer sanitizer) => Split(sanitizer.Apply(text ?? "").TrimEnd());

    private static string[] Split(string text) => text.Length is 0 ? [] : [.. text.Split('\n').Select(line => line.TrimEnd())];

    // People see the lines as they are, as long as the compared ones can be told to be theirs.
    private static List<string> Shown(string? stored, string? fresh, string[] before, string[] after, IReadOnlyList<LineChange> changes)
    {
        var left = Originals(stored, before);
        var right = Originals(fresh, after);
        var lines = new List<string>();
        var next = 0;
        foreach (var change in changes)
        {
            var from = Math.Max(next, change.Left - LinesAround);
            if (from > next)
                lines.Add("  …");
            lines.AddRange(left[from..change.Left].Select(line => $"  {line}"));
            lines.AddRange(left[change.Left..(change.Left + change.LeftCount)].Select(line => $"- {line}"));
            lines.AddRange(right[change.Right..(change.Right + change.RightCount)].Select(line => $"+ {line}"));
            next = change.Left + change.LeftCount;
        }

        var until = Math.Min(left.Length, next + LinesAround);
        lines.AddRange(left[next..until].Select(line => $"  {line}"));
        if (until < left.Length)
            lines.Add("  …");
        var shown = lines.Select(line => line.Length > MaxWidth ? $"{line[..MaxWidth]}… ({line.Length:N0} characters)" : line).ToList();
        return shown.Count <= MaxLines ? shown : [.. shown.Take(MaxLines), $"  … {shown.Count - MaxLines:N0} more lines"];
    }

    private static string[] Originals(string? text, string[] compared)
    {
        var lines = Split(Sanitizer.WithoutEscapes(text ?? "").ReplaceLineEndings("\n").TrimEnd());
        return lines.Length == compared.Length ? lines : compared;
    }
}
