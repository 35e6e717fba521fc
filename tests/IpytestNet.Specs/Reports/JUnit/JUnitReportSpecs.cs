using System.Text.RegularExpressions;
using System.Xml.Linq;
using IpytestNet.Reports.JUnit;
using IpytestNet.Specs.Documents;
using Xunit;

namespace IpytestNet.Specs.Reports.JUnit;

public sealed partial class JUnitReportSpecs
{
    private static readonly string Schema = Path.Combine(Repository.Root, "tests/IpytestNet.Specs/Reports/JUnit/junit.xsd");

    [Fact]
    public void A_run_is_written_in_the_form_that_pytest_calls_xunit2()
    {
        using var sample = new ReportSample();

        var xml = sample.Write(new JUnitReport(new FixedTime()), "--junit-xml");

        ApprovedText.Verify(Machine().Replace(xml, "${name}=\"...\""));
    }

    [Fact]
    public void The_file_is_valid_by_the_schema()
    {
        using var sample = new ReportSample();
        sample.Write(new JUnitReport(new FixedTime()), "--junit-xml");

        var (exitCode, output) = OutsideTool.Run("xmllint", "--noout", "--schema", Schema, sample.PathOf("out/report"));

        Assert.Equal((0, $"{sample.PathOf("out/report")} validates\n"), (exitCode, output));
    }

    [Theory]
    [InlineData("""<testsuites><testsuite name="a" errors="0" failures="0" skipped="0" tests="0" time="0.1" timestamp="2026-01-02T03:04:05+00:00" hostname="h"/></testsuites>""", 0)]
    [InlineData("""<testsuites><testsuite name="a" errors="0" failures="0" skipped="0" tests="0" time="0.1" hostname="h"/></testsuites>""", 3)]
    [InlineData("""<testsuites><testcase classname="a" name="b" time="1"/></testsuites>""", 3)]
    public void The_schema_refuses_what_is_wrong(string xml, int expected)
    {
        using var folder = new TemporaryFolder();

        var (exitCode, _) = OutsideTool.Run("xmllint", "--noout", "--schema", Schema, folder.Write("report.xml", xml));

        Assert.Equal(expected, exitCode);
    }

    [Fact]
    public void The_runs_of_a_notebook_each_write_the_file_anew()
    {
        using var folder = new TemporaryFolder();
        using var notebook = new LiveNotebook(new() { Name = "Notebook.ipynb", WorkingDirectory = folder.Root });
        notebook.Given("[Fact] void TestAdd() => Assert(1 + 1 == 2);\n[Theory, InlineData(1), InlineData(2)] void TestRows(int n) { Console.WriteLine($\"\\u001b row {n}\"); Assert(n != 2); }");

        var first = notebook.Run("Ipytest.Run(\"--junit-xml=out.xml\")");
        notebook.Run("Ipytest.Run(\"--junitxml\", \"out.xml\", \"{TestRows(n: 2)}\")");

        Assert.Equal(ExitCode.TestsFailed, first.Run);
        var suite = XDocument.Load(folder.PathOf("out.xml")).Root!.Element("testsuite")!;
        Assert.Equal(("1", "1"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value));
        var test = Assert.Single(suite.Elements("testcase"));
        Assert.Equal(("Notebook", "TestRows(n: 2)"), (test.Attribute("classname")!.Value, test.Attribute("name")!.Value));
        Assert.Equal("#x1B row 2\n", test.Element("system-out")!.Value);
        Assert.StartsWith("Assertion failed: n != 2", test.Element("failure")!.Attribute("message")!.Value);
        Assert.Contains("In[1]:2: AssertionException", test.Element("failure")!.Value);
    }

    [Fact]
    public void Without_q_the_report_says_where_the_file_is()
    {
        using var folder = new TemporaryFolder();
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root });
        notebook.Given("[Fact] void TestAdd() { }");

        Assert.DoesNotContain("generated", notebook.Run("Ipytest.Run(\"--junit-xml=a/b/out.xml\")").Text);
        Assert.Contains($"\ngenerated xml file: {folder.PathOf("a/b/out.xml")}\n", notebook.Run("Ipytest.Run(\"--junit-xml=a/b/out.xml\", addopts: new string[0])").Text);
    }

    [GeneratedRegex(@"(?<name>hostname|name=""platform"" value)=""[^""]*""", RegexOptions.ExplicitCapture)]
    private static partial Regex Machine();
}
