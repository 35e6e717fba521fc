using IpytestNet.Coverage;
using IpytestNet.Coverage.Reports;
using IpytestNet.Coverage.Results;
using IpytestNet.Coverage.Settings;
using IpytestNet.Specs.Documents;
using IpytestNet.Specs.Reports;
using Xunit;

namespace IpytestNet.Specs.Coverage.Reports;

/// <summary>The programs that people read reports with find the right totals in them.</summary>
public sealed class ReportReaderSpecs : IDisposable
{
    private static readonly string Dtd = Path.Combine(Repository.Root, "tests/IpytestNet.Specs/Coverage/Reports/coverage-04.dtd");

    private readonly TemporaryFolder _folder = new();
    private readonly CoverageData _sample;

    public ReportReaderSpecs()
    {
        _sample = CoverageSample.In(_folder.Root);
        Write(_sample, "xml", "lcov", "json");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_XML_is_valid_by_the_DTD_of_Cobertura(bool hasBranches)
    {
        Write(hasBranches ? _sample : CoverageSample.WithoutBranches(_sample), "xml");

        var seen = OutsideTool.Run("xmllint", "--noout", "--nonet", "--dtdvalid", Dtd, _folder.PathOf("coverage.xml"));

        Assert.Equal((0, ""), seen);
    }

    [Fact]
    public void The_DTD_refuses_what_is_wrong()
    {
        var text = File.ReadAllText(_folder.PathOf("coverage.xml")).Replace(" complexity=\"0\"", "", StringComparison.Ordinal);

        Assert.Equal(3, OutsideTool.Run("xmllint", "--noout", "--nonet", "--dtdvalid", Dtd, _folder.Write("wrong.xml", text)).ExitCode);
    }

    [Fact]
    public void Lcov_reads_the_tracefile()
    {
        var (exitCode, output) = OutsideTool.Run("lcov", "--rc", "lcov_branch_coverage=1", "--summary", _folder.PathOf("coverage.lcov"));

        Assert.Equal(0, exitCode);
        Assert.Contains($"({Lines} lines)", output);
        Assert.Contains("(4 of 5 functions)", output);
        Assert.Contains($"({Branches} branches)", output);
    }

    [Fact]
    public void Genhtml_shows_cells_and_files_with_their_sources()
    {
        var (exitCode, output) = OutsideTool.Run("genhtml", "--branch-coverage", "--output-directory", _folder.PathOf("pages"), _folder.PathOf("coverage.lcov"));

        Assert.Equal(0, exitCode);
        Assert.Contains($"({Branches} branches)", output);
        Assert.Contains(
            Directory.GetFiles(_folder.PathOf("pages"), "*.gcov.html", SearchOption.AllDirectories),
            page => page.Contains("In[10].cs", StringComparison.Ordinal) && File.ReadAllText(page).Contains("Grade", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("coverage.xml")]
    [InlineData("coverage.lcov")]
    public void ReportGenerator_finds_the_same_totals(string report)
    {
        var (exitCode, output) = OutsideTool.Run(ReportGenerator.Path, $"-reports:{_folder.PathOf(report)}", $"-targetdir:{_folder.PathOf("summary")}", "-reporttypes:TextSummary", "-verbosity:Warning");

        Assert.Equal((0, ""), (exitCode, output));
        var summary = File.ReadAllText(_folder.PathOf("summary/Summary.txt"));
        var totals = _sample.Totals;
        Assert.Contains($"Covered lines: {totals.Statements - totals.MissingStatements}\n", summary);
        Assert.Contains($"Coverable lines: {totals.Statements}\n", summary);
        Assert.Contains($"({totals.Outcomes - totals.MissingOutcomes} of {totals.Outcomes})", summary);
    }

    [Fact]
    public void Python_reads_the_JSON_by_the_names_that_are_documented()
    {
        const string Script =
            """
            import json, sys
            report = json.load(open(sys.argv[1]))
            assert report['meta']['format'] == 3 and report['meta']['branch_coverage'] is True
            totals = report['totals']
            for key in ['covered_lines', 'num_statements', 'missing_lines', 'num_branches', 'covered_branches', 'missing_branches']:
                assert totals[key] == sum(file['summary'][key] for file in report['files'].values()), key
                for name, file in report['files'].items():
                    for kind in ['functions', 'classes']:
                        assert file['summary'][key] == sum(part['summary'][key] for part in file[kind].values()), (name, kind, key)
            for name, file in report['files'].items():
                assert len(file['executed_lines']) == file['summary']['covered_lines'], name
                assert not {tuple(pair) for pair in file['executed_branches']} & {tuple(pair) for pair in file['missing_branches']}, name
                assert len(file['branches']) == file['summary']['num_branches'], name
            print(totals['percent_covered_display'], report['files']['src/Stack.cs']['missing_branches'])
            """;

        var seen = OutsideTool.Run("python3", "-c", Script, _folder.PathOf("coverage.json"));

        Assert.Equal((0, $"{Percentage.Text(_sample.Totals.Percent, 0)} [[10, 11]]\n"), seen);
    }

    public void Dispose() => _folder.Dispose();

    private string Lines => $"{_sample.Totals.Statements - _sample.Totals.MissingStatements} of {_sample.Totals.Statements}";

    private string Branches => $"{_sample.Totals.Outcomes - _sample.Totals.MissingOutcomes} of {_sample.Totals.Outcomes}";

    private void Write(CoverageData data, params string[] requests)
    {
        foreach (var request in requests)
            CoverageReportFiles.Write(CoverageReportRequest.Parse(request), data, CoverageSettings.None, _folder.Root, new FixedTime());
    }
}
