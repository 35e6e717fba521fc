using IpytestNet.CommandLine;
using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage.Reports;

/// <summary>The table of cells and files with their numbers, as <c>coverage report</c> prints it.</summary>
internal static class CoverageTable
{
    /// <summary>Makes its lines.</summary>
    /// <exception cref="UsageException">There is no column by the name that sorts it.</exception>
    public static IReadOnlyList<string> Lines(CoverageData data, CoverageTableOptions options)
    {
        if (options.Format is CoverageTableFormat.Total)
            return [Percentage.Text(data.Totals.Percent, options.Precision)];

        var files = Sorted(data, options.Sort);
        var covered = files.Where(file => options.SkipCovered && IsCovered(file.Numbers)).ToList();
        var empty = files.Except(covered).Where(file => options.SkipEmpty && file.Numbers.Statements == 0).ToList();
        var rows = files.Except(covered).Except(empty).Select(file => Row(file.Name, file.Numbers, MissingText.Of(file))).ToList();
        var total = Row("TOTAL", data.Totals, "");
        return options.Format is CoverageTableFormat.Markdown
            ? [.. MarkdownTable.Lines(Header(), rows, total), .. Foot(covered.Count, empty.Count), .. Notes(data, name => $"* {MarkdownTable.Escape(name)}")]
            : [.. TextTable.Lines(Header(), rows, total), .. Foot(covered.Count, empty.Count), .. Notes(data, name => name)];

        IReadOnlyList<string> Header() =>
            ["Name", "Stmts", "Miss", .. data.HasBranches ? ["Branch", "BrPart"] : Array.Empty<string>(), "Cover", .. options.ShowMissing ? ["Missing"] : Array.Empty<string>()];

        IReadOnlyList<string> Row(string name, CoverageNumbers numbers, string missing) =>
        [
            name,
            $"{numbers.Statements}",
            $"{numbers.MissingStatements}",
            .. data.HasBranches ? [$"{numbers.Outcomes}", $"{numbers.PartialOutcomes}"] : Array.Empty<string>(),
            Percentage.Text(numbers.Percent, options.Precision),
            .. options.ShowMissing ? [missing] : Array.Empty<string>(),
        ];
    }

    // Missing outcomes of missing lines do not count here, as in coverage.py; without missing lines there are none.
    private static bool IsCovered(CoverageNumbers numbers) => numbers is { MissingStatements: 0, PartialOutcomes: 0 };

    private static List<FileCoverage> Sorted(CoverageData data, string sort)
    {
        var isDescending = sort.StartsWith('-');
        var column = OptionValue.Choice<Func<CoverageNumbers, double>>("--sort", sort.TrimStart('-', '+').ToLowerInvariant(), Columns(data.HasBranches));
        var files = data.Files.OrderBy(file => column(file.Numbers)).ThenBy(file => file.Name, HumanOrder.Comparer).ToList();
        if (isDescending)
            files.Reverse();
        return files;
    }

    private static (string Name, Func<CoverageNumbers, double> Value)[] Columns(bool hasBranches) =>
    [
        ("name", _ => 0),
        ("stmts", numbers => numbers.Statements),
        ("miss", numbers => numbers.MissingStatements),
        .. hasBranches ? [("branch", numbers => numbers.Outcomes), ("brpart", numbers => numbers.PartialOutcomes)] : Array.Empty<(string, Func<CoverageNumbers, double>)>(),
        ("cover", numbers => numbers.Percent),
    ];

    private static IEnumerable<string> Foot(int covered, int empty)
    {
        if (covered > 0)
            yield return $"\n{Files(covered, "")} skipped due to complete coverage.";
        if (empty > 0)
            yield return $"\n{Files(empty, "empty ")} skipped.";
    }

    private static string Files(int count, string kind) => $"{count} {kind}file{(count == 1 ? "" : "s")}";

    private static IEnumerable<string> Notes(CoverageData data, Func<string, string> name)
    {
        var notes = data.Files.Where(file => file.Note is not null).OrderBy(file => file.Name, HumanOrder.Comparer).Select(file => $"{name(file.Name)}: {file.Note}").ToList();
        return notes is [] ? [] : ["", .. notes];
    }
}
