namespace IpytestNet.Reports;

/// <summary>How many tests ended in which way, worst first, as pytest counts them.</summary>
internal static class OutcomeCounts
{
    private static readonly string[] Words = ["failed", "error", "passed", "skipped", "xfailed", "xpassed"];

    /// <summary>Counts; an outcome that no test has is left out.</summary>
    public static IReadOnlyList<(string Word, int Count)> Of(IEnumerable<TestResult> results)
    {
        var counts = results.CountBy();
        return [.. Words.Where(counts.ContainsKey).Select(word => (word, counts[word]))];
    }

    /// <summary>The counts in a sentence: <c>2 failed, 5 passed</c>.</summary>
    public static string Text(IEnumerable<TestResult> results) =>
        Of(results) is { Count: > 0 } counts ? string.Join(", ", counts.Select(count => $"{count.Count} {Named(count)}")) : "no tests ran";

    private static string Named((string Word, int Count) count) => count is { Word: "error", Count: > 1 } ? "errors" : count.Word;

    private static Dictionary<string, int> CountBy(this IEnumerable<TestResult> results) =>
        results.GroupBy(result => result.Word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
}
