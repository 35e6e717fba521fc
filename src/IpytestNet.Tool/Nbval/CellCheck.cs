using IpytestNet.Execution;

namespace IpytestNet.Tool.Nbval;

/// <summary>Judges a cell that has run: what it threw, and what it put out beside what is stored.</summary>
/// <param name="options">The options.</param>
/// <param name="sanitizer">Makes equal what may differ.</param>
internal sealed class CellCheck(NbvalOptions options, Sanitizer sanitizer)
{
    private const int SourceLinesShown = 30;

    /// <summary>Judges a cell.</summary>
    /// <param name="one">The cell.</param>
    /// <param name="end">How it ended.</param>
    /// <returns>Why it fails, or null; and whether its outputs are to be stored.</returns>
    public (Failure? Failure, bool IsUpdate) Judge(CellCase one, CellEnd end)
    {
        if (end.Death is { } death)
            return (Fail(one, "KernelDied", death), false);
        if (end.IsTimedOut)
            return (Fail(one, "CellTimeout", $"the cell did not end within {options.CellTimeout!.Value.TotalSeconds:0.###} s and was stopped"), false);
        if (end.Error is { } error && !one.Markers.Raises)
            return (Thrown(one, error), false);
        if (one.Markers.Raises && end.Error is null && !end.HasFailedTests)
            return (Fail(one, "NoException", "the cell is marked to raise an exception, but it did not throw and no test in it failed"), false);
        if (one.Markers.Checks ?? options.ChecksAll)
            return Compare(one, end);
        return (end.HasFailedTests && !one.Markers.Raises ? Fail(one, "TestsFailed", "tests in the cell failed, and its output is not compared") : null, false);
    }

    private (Failure? Failure, bool IsUpdate) Compare(CellCase one, CellEnd end)
    {
        var stored = OutputText.Of(one.Stored.Outputs, IsSkipped);
        var fresh = OutputText.Of(end.Outputs, IsSkipped);
        var differences = stored.Keys.Union(fresh.Keys)
            .Select(key => OutputDifference.Between(key, stored.GetValueOrDefault(key), fresh.GetValueOrDefault(key), sanitizer))
            .OfType<OutputDifference>()
            .ToList();
        if (differences is [])
            return (null, false);
        if (options.Updates)
            return (null, true);

        var isNew = one.Stored is { ExecutionCount: null, Outputs: [] };
        var summary = isNew ? "the notebook has stored no output of this cell; record it with --nbval-update" : string.Join("; ", differences.Select(difference => difference.Summary));
        string[] told =
        [
            $"{(isNew ? "output that is not stored" : "the output is not what is stored")}:",
            .. differences.SelectMany(difference => new[] { $"{difference.Key} (- stored, + now)" }.Concat(difference.Lines)),
        ];
        return (Failed(one, isNew ? "OutputNotStored" : "OutputDiffers", summary, [.. Source(one, 0), "", .. told.Select(Marked)], line: 1), false);
    }

    private bool IsSkipped(string mimeType) => options.SkippedMimeTypes.Any(pattern =>
        pattern.EndsWith('*') ? mimeType.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase) : mimeType.Equals(pattern, StringComparison.OrdinalIgnoreCase));

    private static Failure Fail(CellCase one, string type, string message) =>
        Failed(one, type, message, [.. Source(one, 0), .. $"{type}: {message}".Split('\n').Select(Marked)], line: 1);

    private static Failure Thrown(CellCase one, FailedCell error) => Failed(
        one,
        error.Name,
        error.Message,
        [.. Source(one, error.Line), .. TextOf(error).Select(Marked)],
        Math.Max(error.Line, 1),
        isThrown: true);

    private static string[] TextOf(FailedCell error) =>
        (error.Traceback is [] ? $"{error.Name}: {error.Message}" : Sanitizer.WithoutEscapes(string.Join('\n', error.Traceback))).ReplaceLineEndings("\n").TrimEnd().Split('\n');

    private static Failure Failed(CellCase one, string type, string message, IReadOnlyList<string> lines, int line, bool isThrown = false)
    {
        var place = new SourceFrame(one.Test.SourceFile ?? one.Test.Module, line, one.Test.Name);
        var text = string.Join('\n', lines);
        return new Failure([new FailedException(type, message, [place], $"{text}\n\n{place.File}:{place.Line}: {type}") { IsAssertion = !isThrown }])
        {
            Examples = [new FailedExample(place, type, lines)],
        };
    }

    private static IEnumerable<string> Source(CellCase one, int failing)
    {
        var lines = one.Cell.Source.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        var from = failing > SourceLinesShown ? failing - (SourceLinesShown / 2) : 0;
        var shown = lines.Skip(from).Take(SourceLinesShown).Select((line, i) => $"{(from + i + 1 == failing ? ">" : " ")}   {line}".TrimEnd());
        return [.. from > 0 ? ["    …"] : Array.Empty<string>(), .. shown, .. from + SourceLinesShown < lines.Length ? ["    …"] : Array.Empty<string>()];
    }

    private static string Marked(string line) => $"E   {line}".TrimEnd();
}
