using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage.Reports;

/// <summary>The report in the JSON of coverage.py, format 3, with each outcome of a decision besides.</summary>
internal static class CoverageJson
{
    private const int Format = 3;

    /// <summary>Makes the text of the file.</summary>
    public static string Text(CoverageData data, CoverageJsonOptions options)
    {
        var files = data.Files.OrderBy(file => file.Name, HumanOrder.Comparer).Select(file => KeyValuePair.Create(file.Name, (JsonNode?)File(file, data, options)));
        var root = new JsonObject
        {
            ["meta"] = new JsonObject
            {
                ["format"] = Format,
                ["version"] = options.Version,
                ["timestamp"] = options.Time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
                ["branch_coverage"] = data.HasBranches,
                ["show_contexts"] = data.HasContexts,
            },
            ["files"] = new JsonObject(files),
            ["totals"] = Summary(data.Totals, data.HasBranches, options.Precision),
        };
        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = options.PrettyPrint, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private static JsonObject File(FileCoverage file, CoverageData data, CoverageJsonOptions options)
    {
        var node = Part(file, file, data, options);
        if (data.HasBranches)
            node["branches"] = new JsonArray([.. file.Outcomes.Select(Branch)]);
        node["functions"] = Regions(types: false);
        node["classes"] = Regions(types: true);
        return node;

        JsonObject Regions(bool types) => new(RegionCoverage.Of(file, types).Select(region =>
        {
            var part = Part(region.Part, file, data, options);
            part["start_line"] = region.FirstLine;
            return KeyValuePair.Create(region.Name, (JsonNode?)part);
        }));
    }

    private static JsonObject Part(FileCoverage part, FileCoverage file, CoverageData data, CoverageJsonOptions options)
    {
        var node = new JsonObject
        {
            ["executed_lines"] = Numbers(part.ExecutedLines),
            ["summary"] = Summary(part.Numbers, data.HasBranches, options.Precision),
            ["missing_lines"] = Numbers(part.MissingLines),
            ["excluded_lines"] = Numbers(part.ExcludedLines),
        };
        if (data.HasContexts)
            node["contexts"] = new JsonObject(part.Lines.Where(line => line.Hits > 0).Select(line => KeyValuePair.Create($"{line.Number}", (JsonNode?)Texts(line.Contexts))));
        if (!data.HasBranches)
            return node;

        var taken = Jumps(part, file, isTaken: true).ToList();
        node["executed_branches"] = Pairs(taken);
        node["missing_branches"] = Pairs(Jumps(part, file, isTaken: false).Except(taken));
        return node;
    }

    private static JsonObject Summary(CoverageNumbers numbers, bool hasBranches, int precision)
    {
        var summary = new JsonObject
        {
            ["covered_lines"] = numbers.Statements - numbers.MissingStatements,
            ["num_statements"] = numbers.Statements,
            ["percent_covered"] = numbers.Percent,
            ["percent_covered_display"] = Percentage.Text(numbers.Percent, precision),
            ["missing_lines"] = numbers.MissingStatements,
            ["excluded_lines"] = numbers.ExcludedStatements,
            ["percent_statements_covered"] = numbers.StatementPercent,
            ["percent_statements_covered_display"] = Percentage.Text(numbers.StatementPercent, precision),
        };
        if (!hasBranches)
            return summary;
        summary["num_branches"] = numbers.Outcomes;
        summary["num_partial_branches"] = numbers.PartialOutcomes;
        summary["covered_branches"] = numbers.Outcomes - numbers.MissingOutcomes;
        summary["missing_branches"] = numbers.MissingOutcomes;
        summary["percent_branches_covered"] = numbers.OutcomePercent;
        summary["percent_branches_covered_display"] = Percentage.Text(numbers.OutcomePercent, precision);
        return summary;
    }

    private static JsonNode Branch(BranchOutcome outcome)
    {
        var node = new JsonObject { ["line"] = outcome.Line, ["decision"] = outcome.Decision, ["code"] = outcome.Code, ["outcome"] = outcome.Word };
        if (outcome.Destination is { } line)
            node["destination"] = line == BranchOutcome.Exit ? JsonValue.Create("exit") : JsonValue.Create(line);
        node["hits"] = outcome.Hits;
        return node;
    }

    private static IEnumerable<(int Line, int Destination)> Jumps(FileCoverage part, FileCoverage file, bool isTaken) => part.Outcomes
        .Where(outcome => outcome.Destination is not null && outcome.IsTaken == isTaken)
        .Select(outcome => (outcome.Line, outcome.Destination is BranchOutcome.Exit ? ExitOf(file, outcome.Line) : outcome.Destination!.Value))
        .Distinct();

    // coverage.py names the end of a function by its first line, below zero.
    private static int ExitOf(FileCoverage file, int line) => -(RegionCoverage.Innermost(file.Regions.Where(region => !region.IsType), line)?.FirstLine ?? 1);

    private static JsonArray Numbers(IEnumerable<int> numbers) => new([.. numbers.Select(number => (JsonNode)number)]);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static JsonArray Pairs(IEnumerable<(int Line, int Destination)> pairs) => new([.. pairs.Select(pair => Numbers([pair.Line, pair.Destination]))]);
}
