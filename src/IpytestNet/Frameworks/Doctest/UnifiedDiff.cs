using IpytestNet.Assertions.Differences;

namespace IpytestNet.Frameworks.Doctest;

/// <summary>What was expected against what came: both, or what differs where both have many lines, as Python's <c>REPORT_UDIFF</c> does.</summary>
internal static class UnifiedDiff
{
    private const int FewLines = 2;
    private const int Context = 2;
    private const int MaxLines = 100;

    /// <summary>Writes the lines.</summary>
    public static IReadOnlyList<string> Write(string want, string got)
    {
        var (left, right) = (want.Split('\n'), got.Split('\n'));
        return left.Length > FewLines && right.Length > FewLines
            ? ["Differences (unified diff with -expected +actual):", .. Limited([.. Hunks(left, right)]).Select(line => $"    {line}".TrimEnd())]
            : [.. Told("Expected", want), .. Told("Got", got), .. Pointer(want, got)];
    }

    /// <summary>Writes the first difference on one line.</summary>
    public static string InShort(string want, string got)
    {
        var (left, right) = (want.Split('\n'), got.Split('\n'));
        if (left.Length == 1 && right.Length == 1)
            return $"expected {OrNothing(want)}, got {OrNothing(got)}";
        var index = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {index + 1}: expected {OrNothing(left.ElementAtOrDefault(index))}, got {OrNothing(right.ElementAtOrDefault(index))}";
    }

    private static string OrNothing(string? text) => string.IsNullOrEmpty(text) ? "nothing" : text;

    private static string[] Limited(string[] lines) => lines.Length <= MaxLines
        ? lines
        : [.. lines.Take(MaxLines), FormattableString.Invariant($"... {lines.Length - MaxLines:N0} more lines")];

    private static IEnumerable<string> Told(string heading, string text) =>
        text.Length == 0 ? [$"{heading} nothing"] : [$"{heading}:", .. Limited(text.Split('\n')).Select(line => $"    {line}".TrimEnd())];

    // Under lines that begin alike, the eye needs to be told.
    private static IEnumerable<string> Pointer(string want, string got)
    {
        var common = want.AsSpan().CommonPrefixLength(got);
        return common < 4 || want.Contains('\n') || got.Contains('\n') ? [] : [$"    {new string(' ', Visible.Columns(got[..common]))}^"];
    }

    private static IEnumerable<string> Hunks(string[] left, string[] right)
    {
        var changes = LineDiff.Between(left, right);
        for (var i = 0; i < changes.Count;)
        {
            var last = i;
            while (last + 1 < changes.Count && changes[last + 1].Left - End(changes[last]) <= 2 * Context)
                last++;
            var (start, end) = (Math.Max(changes[i].Left - Context, 0), Math.Min(End(changes[last]) + Context, left.Length));
            var (startRight, endRight) = (changes[i].Right - (changes[i].Left - start), changes[last].Right + changes[last].RightCount + end - End(changes[last]));
            yield return $"@@ -{start + 1},{end - start} +{startRight + 1},{endRight - startRight} @@";
            for (var at = start; i <= last; i++)
            {
                var change = changes[i];
                foreach (var line in left[at..change.Left])
                    yield return $" {line}";
                foreach (var line in left[change.Left..End(change)])
                    yield return $"-{line}";
                foreach (var line in right[change.Right..(change.Right + change.RightCount)])
                    yield return $"+{line}";
                at = End(change);
                foreach (var line in i == last ? left[at..end] : [])
                    yield return $" {line}";
            }
        }
    }

    private static int End(LineChange change) => change.Left + change.LeftCount;
}
