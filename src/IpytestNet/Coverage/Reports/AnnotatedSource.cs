using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage.Reports;

/// <summary>A source with a sign before each line: run, missing or excluded, as <c>coverage annotate</c> writes it.</summary>
internal static class AnnotatedSource
{
    /// <summary>Makes the text; outcomes that are missing of a line that ran are told behind it.</summary>
    public static string Text(FileCoverage file)
    {
        var executed = file.ExecutedLines.ToHashSet();
        var missing = file.MissingLines.ToHashSet();
        var excluded = file.ExcludedLines.ToHashSet();
        var partial = file.Outcomes.Where(outcome => !outcome.IsTaken && executed.Contains(outcome.Line)).ToLookup(outcome => outcome.Line);
        return string.Concat(SourceLines.Of(file.Source).Select((text, i) => $"{(Sign(i + 1) + text + Remark(i + 1)).TrimEnd()}\n"));

        string Sign(int line) => missing.Contains(line) ? "! " : excluded.Contains(line) ? "- " : executed.Contains(line) ? "> " : "  ";

        string Remark(int line) => partial.Contains(line) ? $"  // <- {string.Join("; ", partial[line].Select(MissingText.Reason).Distinct())}" : "";
    }
}
