using System.Text;
using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage.Reports;

/// <summary>The report as a tracefile of lcov, in the dialect that lcov 1 and all others read.</summary>
internal static class LcovTracefile
{
    /// <summary>Makes the text of the file.</summary>
    /// <param name="data">What was measured; cells should have paths, as <see cref="CellFiles"/> gives them.</param>
    public static string Text(CoverageData data)
    {
        var text = new StringBuilder();
        foreach (var file in data.Files.OrderBy(file => file.Name, HumanOrder.Comparer))
        {
            text.Append("TN:\n").Append("SF:").Append(file.Path ?? file.Name).Append('\n');
            AppendFunctions(text, file);
            if (data.HasBranches)
                AppendBranches(text, file);
            AppendLines(text, file);
            text.Append("end_of_record\n");
        }

        return text.ToString();
    }

    private static void AppendFunctions(StringBuilder text, FileCoverage file)
    {
        var functions = RegionCoverage.Of(file, types: false).Where(region => region is { Name: not "", Part.Lines: not [] }).ToList();
        foreach (var function in functions)
            text.Append($"FN:{function.FirstLine},{function.Name}\n");
        // Whoever enters a function begins with the first of its lines.
        foreach (var function in functions)
            text.Append($"FNDA:{function.Part.Lines[0].Hits},{function.Name}\n");
        text.Append($"FNF:{functions.Count}\nFNH:{functions.Count(function => function.Part.Lines[0].Hits > 0)}\n");
    }

    private static void AppendBranches(StringBuilder text, FileCoverage file)
    {
        var ran = file.ExecutedLines.ToHashSet();
        foreach (var decision in file.Outcomes.GroupBy(outcome => (outcome.Line, outcome.Decision)))
        {
            foreach (var (branch, outcome) in decision.Select((outcome, i) => (i, outcome)))
                text.Append($"BRDA:{outcome.Line},{outcome.Decision},{branch},{Taken(outcome, ran.Contains(outcome.Line))}\n");
        }

        text.Append($"BRF:{file.Outcomes.Count}\nBRH:{file.Outcomes.Count(outcome => outcome.IsTaken)}\n");
    }

    private static string Taken(BranchOutcome outcome, bool lineRan) => outcome switch
    {
        // The total must be that of the other reports.
        { IsTaken: true } => $"{Math.Max(outcome.Hits, 1)}",
        _ => lineRan ? "0" : "-",
    };

    private static void AppendLines(StringBuilder text, FileCoverage file)
    {
        foreach (var line in file.Lines)
            text.Append($"DA:{line.Number},{line.Hits}\n");
        text.Append($"LF:{file.Lines.Count}\nLH:{file.ExecutedLines.Count()}\n");
    }
}
