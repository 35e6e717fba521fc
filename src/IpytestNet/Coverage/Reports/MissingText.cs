using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage.Reports;

/// <summary>What is missing of a cell or file, in a few characters and in words.</summary>
internal static class MissingText
{
    /// <summary>Makes the column Missing: <c>4-6, 9->12, 11!true</c>.</summary>
    public static string Of(FileCoverage file)
    {
        var missing = file.MissingLines.ToHashSet();
        var ranges = Ranges(file.Lines).Select(range => (Line: range.First, Text: range.First == range.Last ? $"{range.First}" : $"{range.First}-{range.Last}"));
        var outcomes = file.Outcomes
            .Where(outcome => !outcome.IsTaken && !missing.Contains(outcome.Line) && !(outcome.Destination is { } line && missing.Contains(line)))
            .Select(outcome => (outcome.Line, Text: Short(file, outcome)))
            .Distinct();
        return string.Join(", ", ranges.Concat(outcomes).OrderBy(part => part.Line).ThenBy(part => part.Text, StringComparer.Ordinal).Select(part => part.Text));
    }

    /// <summary>Says of a missing outcome what never comes about, with its line: <c>4: c == 'i' is never true</c>.</summary>
    public static string Explain(BranchOutcome outcome) => $"{outcome.Line}: {Reason(outcome)}";

    /// <summary>Says of a missing outcome what never comes about: <c>c == 'i' is never true</c>.</summary>
    public static string Reason(BranchOutcome outcome)
    {
        var code = outcome.Code.Length > 0 ? outcome.Code : "the condition";
        return outcome.Word switch
        {
            "not null" => $"{code} is never anything but null",
            "element" when outcome.Code.Length > 0 => $"{code} never has an element",
            "element" => "the loop never has an element",
            "exhausted" => "the loop never runs to its end",
            "no case" when outcome.Code.Length > 0 => $"a case of {code} is always entered",
            "no case" => "a case is always entered",
            "true" or "false" or "null" => $"{code} is never {outcome.Word}",
            _ when outcome.Code.Length > 0 => $"{outcome.Word} of {code} is never entered",
            _ => $"{outcome.Word} is never entered",
        };
    }

    // Lines that are not executable do not part a range.
    private static IEnumerable<(int First, int Last)> Ranges(IReadOnlyList<LineCoverage> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Hits > 0)
                continue;
            var first = lines[i].Number;
            while (i + 1 < lines.Count && lines[i + 1].Hits == 0)
                i++;
            yield return (first, lines[i].Number);
        }
    }

    // An arrow that another outcome has taken would say what is not so.
    private static string Short(FileCoverage file, BranchOutcome outcome) => outcome.Destination switch
    {
        { } line when !file.Outcomes.Any(other => other.Line == outcome.Line && other.Destination == line && other.IsTaken) =>
            $"{outcome.Line}->{(line == BranchOutcome.Exit ? "exit" : $"{line}")}",
        _ => $"{outcome.Line}!{outcome.Word.Replace(' ', '-')}",
    };
}
