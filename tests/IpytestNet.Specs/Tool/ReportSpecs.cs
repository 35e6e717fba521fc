using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;

namespace IpytestNet.Specs.Tool;

/// <summary>The reports of the command.</summary>
public sealed class ReportSpecs : IDisposable
{
    private const string TwoRuns =
        """
        // %%
        %%ipytest
        [Fact] void TestFirst() { }
        // %%
        %%ipytest
        [Fact] void TestSecond() => Assert(1 == 2);
        """;

    private readonly ToolCall _call = new();

    [Fact]
    public void There_is_one_file_over_all_notebooks_and_all_runs_in_them()
    {
        _call.Notebook("a/Same.cs", TwoRuns).Notebook("b/Same.cs", TwoRuns);

        Assert.Equal(ExitCode.TestsFailed, _call.Run("run", "a", "b", "--junit-xml=out/report.xml", "--html", "out/report.html", "--trx=out/report.trx", "--report-log=out/report.jsonl"));

        Assert.Equal(
            ["a.Same TestFirst", "a.Same TestSecond failure", "b.Same TestFirst", "b.Same TestSecond failure"],
            Cases("out/report.xml"));
        Assert.Equal(4, XDocument.Load(_call.Folder.PathOf("out/report.trx")).Descendants().Count(element => element.Name.LocalName == "UnitTestResult"));
        Assert.Contains(">2 notebooks</h1>", File.ReadAllText(_call.Folder.PathOf("out/report.html")));
        Assert.Equal(4, File.ReadLines(_call.Folder.PathOf("out/report.jsonl")).Count(line => line.Contains("SessionFinish", StringComparison.Ordinal)));
        Assert.Contains($"\ngenerated xml file: {_call.Folder.PathOf("out/report.xml")}\n", _call.Out);
        Assert.Equal(1, _call.Out.Split("generated html report").Length - 1);
    }

    [Fact]
    public void A_report_of_a_cell_has_its_own_file_beside()
    {
        _call.Notebook("A.cs", "// %%\n%%ipytest --junit-xml=cell.xml\n[Fact] void TestFirst() { }\n// %%\n%%ipytest\n[Fact] void TestSecond() { }");

        Assert.Equal(ExitCode.Ok, _call.Run("run", "A.cs", "--junit-xml=all.xml", "-q"));

        Assert.Equal(["A TestFirst"], Cases("cell.xml"));
        Assert.Equal(["A TestFirst", "A TestSecond"], Cases("all.xml"));
        Assert.DoesNotContain("generated", _call.Out);
    }

    [Fact]
    public void A_path_that_cannot_be_written_is_refused_before_any_notebook_starts()
    {
        _call.Notebook("A.cs", TwoRuns).Notebook("file", "");

        Assert.Equal(ExitCode.UsageError, _call.Run("run", "A.cs", "--html=file/report.html"));

        Assert.Contains("ipytest run: error: argument --html: cannot write 'file/report.html': ", _call.Error);
        Assert.DoesNotContain("TestFirst", _call.Out);
    }

    [Fact]
    public void A_cell_that_throws_and_a_notebook_that_is_missing_are_errors_in_the_report()
    {
        _call.Notebook("Throws.cs", "// %%\nthrow new InvalidOperationException(\"no data\");\n// %%\n%%ipytest\n[Fact] void TestNeverRun() { }");

        _call.Run("run", "Throws.cs", "Missing.ipynb", "--junit-xml=report.xml");

        Assert.Equal(["Throws In[1] error", "Missing notebook error"], Cases("report.xml"));
        Assert.Contains("no data", File.ReadAllText(_call.Folder.PathOf("report.xml")));
    }

    [Fact]
    public void The_report_log_says_where_in_the_file_the_lines_of_each_cell_stand()
    {
        _call.Notebook("A.ipynb", File.ReadAllText(Path.Combine(Repository.Root, "examples/DotnetTest/Shop.Notebooks/pricing/Postage.ipynb"))).Notebook("B.cs", TwoRuns);

        _call.Run("run", "A.ipynb", "B.cs", "--report-log=log.jsonl", "--collect-only");

        Assert.Equal(
            [
                """[{"name":"In[1]","lines":[20],"runs":0,"raises":false},{"name":"In[2]","lines":[56,57,58,59,60,61,62,63,64,65,66],"runs":1,"raises":false}]""",
                """[{"name":"In[1]","lines":[2,3],"runs":1,"raises":false},{"name":"In[2]","lines":[5,6],"runs":1,"raises":false}]""",
            ],
            File.ReadLines(_call.Folder.PathOf("log.jsonl")).Select(line => JsonNode.Parse(line)!).Where(line => (string)line["$report_type"]! is "NotebookFinish").Select(line => line["cells"]!.ToJsonString()));
        Assert.Contains("""{"nodeid":"B.cs::TestSecond","type":"Function","location":["In[2]",1,"TestSecond"],"markers":[]}""", File.ReadAllText(_call.Folder.PathOf("log.jsonl")));
    }

    [Fact]
    public void A_report_is_written_also_where_there_is_no_test()
    {
        _call.Notebook("None.cs", "// %%\nvar x = 1;").Notebook("report.xml", "of yesterday");

        _call.Run("run", "None.cs", "--junit-xml=report.xml");

        Assert.Empty(Cases("report.xml"));
    }

    [Fact]
    public void On_GitHub_failures_are_annotated_once_at_the_path_of_their_notebook()
    {
        _call.Notebook("docs/A.cs", TwoRuns).With("GITHUB_ACTIONS", "true").With("GITHUB_STEP_SUMMARY", _call.Folder.PathOf("summary.md"));

        _call.Run("run", "docs/A.cs", "-q");

        Assert.Equal("::error file=docs/A.cs,title=In[2]%3A2 TestSecond::Assertion failed: 1 == 2", Assert.Single(_call.Out.Split('\n'), line => line.StartsWith("::", StringComparison.Ordinal)));
        Assert.StartsWith("### ❌ ipytest: 1 failed, 1 passed in ", File.ReadAllText(_call.Folder.PathOf("summary.md")));
    }

    [Fact]
    public void No_github_is_quiet_on_GitHub()
    {
        _call.Notebook("A.cs", TwoRuns).With("GITHUB_ACTIONS", "true");

        _call.Run("run", "A.cs", "--no-github");

        Assert.DoesNotContain("::error", _call.Out);
    }

    [Fact]
    public void A_report_can_be_left_out_by_name()
    {
        _call.Notebook("A.cs", TwoRuns);

        Assert.Equal(ExitCode.UsageError, _call.Run("run", "A.cs", "-p", "no:html", "--html=report.html"));
    }

    [Fact]
    public void The_other_options_still_reach_the_runs()
    {
        _call.Notebook("A.cs", TwoRuns);

        Assert.Equal(ExitCode.Ok, _call.Run("run", "A.cs", "-k", "first", "--junit-xml=report.xml"));
        Assert.Equal(["A TestFirst"], Cases("report.xml"));
    }

    public void Dispose() => _call.Dispose();

    private List<string> Cases(string report) =>
        [.. XDocument.Load(_call.Folder.PathOf(report)).Descendants("testcase").Select(test =>
            string.Join(' ', new[] { test.Attribute("classname")!.Value, test.Attribute("name")!.Value }.Concat(test.Elements().Select(element => element.Name.LocalName).Where(name => name is "failure" or "error"))))];
}
