using System.Text.Json;
using IpytestNet.Coverage;
using IpytestNet.Coverage.Instrumentation;
using IpytestNet.Coverage.Measuring;
using IpytestNet.Coverage.Results;
using IpytestNet.Kernel;
using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Coverage;

public sealed class CoverageCorpusSpecs
{
    private const string Usings =
        """
        using System.Threading;
        using System.Threading.Tasks;
        using System.IO;
        using System.Diagnostics.CodeAnalysis;
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<string, CoverageCase> All = new[] { "coverage.jsonl", "coverage-more.jsonl" }
        .SelectMany(file => File.ReadLines(Path.Combine(Repository.Root, "tests", "corpora", file)))
        .Select(line => JsonSerializer.Deserialize<CoverageCase>(line, Json)!)
        .ToDictionary(entry => entry.Id, StringComparer.Ordinal);

    public static TheoryData<string> Cases => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lines_and_branches_of_a_cell_are_those_of_its_source(string id) =>
        Assert.Equal(Expected(All[id], cell => cell.Branches), Measured(All[id], hasBranches: true));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lines_are_the_same_where_branches_are_not_measured(string id) =>
        Assert.Equal(Expected(All[id], _ => []), Measured(All[id], hasBranches: false));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_cell_does_the_same_without_probes(string id)
    {
        var entry = All[id];
        using var notebook = new Notebook();

        Run(notebook, Usings);
        foreach (var cell in entry.BeforeCells)
            Run(notebook, cell.Cell);
        Run(notebook, entry.Cell);

        Run(notebook, entry.Test);
    }

    private static List<string> Measured(CoverageCase entry, bool hasBranches)
    {
        using var notebook = new Notebook();
        notebook.Session.Coverage.Begin(new InstrumentationOptions { HasBranches = hasBranches });
        Run(notebook, Usings);
        foreach (var cell in CellsOf(entry))
            Run(notebook, cell.Cell);

        Run(notebook, entry.Test);

        var data = new CoverageCollection(notebook.Session.Coverage, new CellNames(notebook.Session, "/")).Collect((_, _) => true, hasBranches, hasContexts: false);
        Assert.Empty(notebook.RewritingDefects);
        Assert.Empty(data.Warnings);
        return [.. CellsOf(entry).Select((_, index) => Seen(data.Files.Single(file => file.Name == $"In[{index + 2}]")))];
    }

    private static void Run(Notebook notebook, string code)
    {
        if (notebook.Run(code) is CellResult.Failed { Error: var error })
            Assert.Fail($"{code}\n{string.Join('\n', error.Traceback)}");
    }

    private static IEnumerable<CoverageCase> CellsOf(CoverageCase entry) => [.. entry.BeforeCells, entry];

    private static List<string> Expected(CoverageCase entry, Func<CoverageCase, IReadOnlyList<CoverageCase.Branch>> branches) => [.. CellsOf(entry).Select(cell => Text(
        cell.ExecutableLines, cell.CoveredLines, cell.MissingLines, cell.ExcludedLines, branches(cell).OrderBy(branch => branch.Line)))];

    private static string Seen(FileCoverage file) => Text(
        file.Lines.Select(line => line.Number),
        file.ExecutedLines,
        file.MissingLines,
        file.ExcludedLines,
        file.Outcomes.GroupBy(outcome => outcome.Line).Select(line => new CoverageCase.Branch(line.Key, line.Count(), line.Count(outcome => outcome.IsTaken))));

    private static string Text(IEnumerable<int> executable, IEnumerable<int> covered, IEnumerable<int> missing, IEnumerable<int> excluded, IEnumerable<CoverageCase.Branch> branches) =>
        $"executable {string.Join(' ', executable)}; covered {string.Join(' ', covered)}; missing {string.Join(' ', missing)}; excluded {string.Join(' ', excluded)}; "
        + $"branches {string.Join(' ', branches.Select(branch => $"{branch.Line}:{branch.Covered}/{branch.Total}"))}";
}
