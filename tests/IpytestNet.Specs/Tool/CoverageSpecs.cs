using IpytestNet.Coverage.Storage;
using IpytestNet.Specs.Coverage;
using Xunit;

namespace IpytestNet.Specs.Tool;

public sealed class CoverageSpecs : IDisposable
{
    private readonly ToolCall _call = new();

    [Fact]
    public void Reports_are_made_of_what_was_measured()
    {
        Measure(CoverageFile.DefaultName);
        string[] commands =
        [
            "report -m --include=In*",
            "report --include=In[2],Example* --omit=*3?1* --format=markdown",
            "report --format=total --precision=1",
            "report --format=total --include=src/**",
            "report --format=total --fail-under=55",
            "report --format=total --fail-under=99.5 --precision=1",
            "xml",
            "xml -o out/c.xml --fail-under=100",
            "json --pretty-print",
            "lcov -o c.info",
            "annotate -d out",
            "markdown",
            "xml --include=nothing/*",
            "report --data-file=nope.json",
        ];

        foreach (var command in commands)
        {
            var console = _call.Console();
            console.Out.WriteLine($"$ ipytest coverage {command}");
            console.Out.WriteLine($"exit {(int)_call.Run(["coverage", .. command.Split(' ')])}\n");
        }

        ApprovedText.Verify(_call.Out);
    }

    [Fact]
    public void What_a_reader_must_know_is_told_beside_the_table()
    {
        Measure(CoverageFile.DefaultName);

        _call.Run("coverage", "report");

        Assert.Equal("ipytest coverage: warning: In[1] was run before coverage was enabled; run it again\n", _call.Error);
    }

    [Theory]
    [InlineData("report", "--sort=nope", "argument --sort: invalid choice: 'nope'")]
    [InlineData("report", "--format=nope", "'nope'")]
    [InlineData("report", "--precision=10", "expected a number from 0 to 9 as --precision, but got '10'")]
    [InlineData("xml", "--fail-under=101", "expected a percentage from 0 to 100 as --fail-under, but got '101'")]
    public void Wrong_options_are_refused(string verb, string option, string message)
    {
        Measure(CoverageFile.DefaultName);

        Assert.Equal(ExitCode.UsageError, _call.Run("coverage", verb, option));
        Assert.Contains(message, _call.Error);
    }

    [Fact]
    public void A_damaged_data_file_is_told()
    {
        _call.Folder.Write(CoverageFile.DefaultName, "{\"ipytest_coverage\":1,");

        Assert.Equal(1, (int)_call.Run("coverage", "report"));
        Assert.Matches("^ipytest coverage: error: expected coverage data of ipytest in '.*', but the file is damaged; delete it, and measure again\n$", _call.Error);
    }

    [Fact]
    public void Data_of_several_jobs_is_combined_and_then_removed()
    {
        Measure(".coverage.1.json", ".coverage.2.json");

        var exitCode = _call.Run("coverage", "combine");

        Assert.Equal((ExitCode.Ok, "Combined data file .coverage.1.json\nCombined data file .coverage.2.json\n"), (exitCode, _call.Out));
        Assert.Equal([CoverageFile.DefaultName], Directory.GetFiles(_call.Folder.Root).Select(Path.GetFileName));
        Assert.Equal(2, HitsOfWhole());
    }

    [Fact]
    public void Combined_data_can_be_added_and_its_files_kept()
    {
        Measure(CoverageFile.DefaultName, "jobs/.coverage.1.json", "other.json");

        Assert.Equal(ExitCode.Ok, _call.Run("coverage", "combine", "jobs", "other.json", "--append", "--keep"));
        Assert.Equal(3, HitsOfWhole());
        Assert.True(File.Exists(_call.Folder.PathOf("other.json")));
    }

    [Theory]
    [InlineData("No data to combine\n", "")]
    [InlineData("", "ipytest coverage combine: error: expected a data file or a folder with some, but there is no '*nope.json'\n", "nope.json")]
    public void Without_data_nothing_is_combined(string output, string error, params string[] paths)
    {
        Assert.Equal(1, (int)_call.Run(["coverage", "combine", .. paths]));
        Assert.Equal(output, _call.Out);
        Assert.Equal(error, _call.Error.Replace(_call.Folder.PathOf("nope.json"), "*nope.json", StringComparison.Ordinal));
    }

    [Fact]
    public void The_verb_and_its_verbs_have_a_help()
    {
        string[] verbs = ["", "combine", "report", "html", "xml", "lcov", "json", "annotate", "markdown"];

        foreach (var verb in verbs)
            _call.Run(["coverage", .. verb.Length > 0 ? [verb] : Array.Empty<string>(), "--help"]);

        ApprovedText.Verify(_call.Out);
        Assert.All(_call.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    public void Dispose() => _call.Dispose();

    private long HitsOfWhole() => CoverageFile.Read(_call.Folder.PathOf(CoverageFile.DefaultName))!.Files.First(file => file.Name is "Example.ipynb[3/1]").Lines[0].Hits;

    private void Measure(params string[] dataFiles)
    {
        foreach (var dataFile in dataFiles)
            CoverageFile.Write(_call.Folder.PathOf(dataFile), CoverageSample.Of(_call.Folder.PathOf("src/Stack.cs")));
    }
}
