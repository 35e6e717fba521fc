using IpytestNet.Coverage.Reports;
using IpytestNet.Coverage.Results;
using IpytestNet.Specs.Documents;
using IpytestNet.Specs.Reports;
using Xunit;

namespace IpytestNet.Specs.Coverage.Reports;

public sealed class CoveragePySpecs
{
    private const string Module = "def f(n):\n    if n > 1:\n        return 1\n    for i in range(n):\n        if i:\n            print(i)\n    return 0\nf(5)\n";

    [Fact]
    public void Of_equal_numbers_coverage_py_prints_the_same_table()
    {
        using var folder = new TemporaryFolder();
        var rc = folder.Write(".coveragerc", $"[run]\nbranch = true\nrelative_files = true\ndata_file = {folder.PathOf("data")}\nsource = {folder.Root}\n");
        folder.Write("mod.py", Module);
        folder.Write("zero.py", "def g(n):\n    return 1\n");
        OutsideTool.Run("python3-coverage", "run", $"--rcfile={rc}", folder.Write("full.py", "import mod\n"));
        var data = new CoverageData
        {
            HasBranches = true,
            Files = [Measured("mod.py", [1, 2, 3, 8], [4, 5, 6, 7], [(2, 3, 1), (2, 4, 0), (4, 5, 0), (4, 7, 0), (5, 4, 0), (5, 6, 0)]), Measured("full.py", [1], [], []), Measured("zero.py", [], [1, 2], [])],
        };

        var (_, expected) = OutsideTool.Run("python3-coverage", "report", "-m", $"--rcfile={rc}");

        // It names files by where it stands.
        var lines = CoverageTable.Lines(data with { Files = [.. data.Files.Select(file => file with { Name = folder.PathOf(file.Name) })] }, new() { ShowMissing = true });
        Assert.Equal(expected, string.Concat(lines.Select(line => $"{line}\n")));
    }

    private static FileCoverage Measured(string name, int[] executed, int[] missing, (int Line, int Destination, int Hits)[] jumps) => new()
    {
        Name = name,
        Source = "",
        Lines = [.. executed.Select(line => new LineCoverage(line, 1)).Concat(missing.Select(line => new LineCoverage(line, 0))).OrderBy(line => line.Number)],
        Outcomes = [.. jumps.Select(jump => new BranchOutcome(jump.Line, 0, jump.Hits) { Word = $"to {jump.Destination}", Destination = jump.Destination })],
    };
}
