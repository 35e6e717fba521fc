namespace IpytestNet.Coverage.Reports;

/// <summary>A source as the lines that C# counts.</summary>
internal static class SourceLines
{
    private static readonly string[] Ends = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    /// <summary>Takes a source apart; a line break at its end begins no line.</summary>
    public static IReadOnlyList<string> Of(string source)
    {
        var lines = source.Split(Ends, StringSplitOptions.None);
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }
}
