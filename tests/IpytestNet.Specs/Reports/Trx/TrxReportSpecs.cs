using System.Xml.Linq;
using IpytestNet.Reports.Trx;
using IpytestNet.Specs.Documents;
using Xunit;

namespace IpytestNet.Specs.Reports.Trx;

public sealed class TrxReportSpecs : IDisposable
{
    private static readonly XNamespace Ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    private static readonly string[] CounterNames = ["total", "executed", "passed", "failed", "notExecuted"];

    private readonly ReportSample _sample = new();
    private readonly XElement _root;

    public TrxReportSpecs() => _root = XElement.Parse(_sample.Write(new TrxReport(new FixedTime()), "--trx"));

    [Fact]
    public void Each_test_has_an_outcome_a_message_and_what_it_wrote()
    {
        var results = _root.Element(Ns + "Results")!.Elements().Select(result =>
            $"{result.Attribute("testName")!.Value} {result.Attribute("outcome")!.Value} {result.Attribute("duration")!.Value}"
            + string.Concat(result.Descendants().Where(element => !element.HasElements).Select(element => $"\n  {element.Name.LocalName}: {element.Value.TrimEnd().ReplaceLineEndings("\n    ")}")));

        ApprovedText.Verify(string.Join('\n', results));
    }

    [Fact]
    public void The_counters_say_what_came_of_the_tests()
    {
        var summary = _root.Element(Ns + "ResultSummary")!;
        var counters = summary.Element(Ns + "Counters")!;

        Assert.Equal("Failed", summary.Attribute("outcome")!.Value);
        Assert.Equal("9 7 3 4 2", string.Join(' ', CounterNames.Select(name => counters.Attribute(name)!.Value)));
        Assert.Equal("Old is obsolete & <gone>", summary.Element(Ns + "RunInfos")!.Value);
    }

    [Fact]
    public void The_parts_refer_to_each_other_by_their_ids()
    {
        var results = _root.Element(Ns + "Results")!.Elements().Select(result => (Id(result, "testId"), Id(result, "executionId"))).ToList();
        var entries = _root.Element(Ns + "TestEntries")!.Elements().Select(entry => (Id(entry, "testId"), Id(entry, "executionId")));
        var definitions = _root.Element(Ns + "TestDefinitions")!.Elements().Select(test => (Id(test, "id"), Id(test.Element(Ns + "Execution")!, "id")));
        var lists = _root.Element(Ns + "TestLists")!.Elements().Select(list => Id(list, "id")).ToList();

        Assert.Equal(9, results.Distinct().Count());
        Assert.Equal(results, entries);
        Assert.Equal(results, definitions);
        Assert.All(_root.Descendants().Attributes("testListId"), list => Assert.Contains(Guid.Parse(list.Value), lists));
    }

    [Fact]
    public void A_test_has_the_same_id_in_every_run_and_another_execution()
    {
        using var folder = new TemporaryFolder();
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root });
        notebook.Given("[Fact] void TestAdd() { }", "Ipytest.Run(\"--trx=a.trx\")", "Ipytest.Run(\"--trx=b.trx\")");

        var (first, second) = (Only("a.trx"), Only("b.trx"));

        Assert.Equal(Id(first, "testId"), Id(second, "testId"));
        Assert.NotEqual(Id(first, "executionId"), Id(second, "executionId"));

        XElement Only(string name) => XElement.Load(folder.PathOf(name)).Descendants(Ns + "UnitTestResult").Single();
    }

    [Fact]
    public void The_file_has_what_a_file_of_the_test_platform_has()
    {
        using var folder = new TemporaryFolder();
        OutsideTool.Run(
            Environment.ProcessPath!,
            "--no-progress", "--filter-class", typeof(Specs.Reporting.CaptureColorSpecs).FullName!, "--results-directory", folder.Root, "--report-xunit-trx", "--report-xunit-trx-filename", "theirs.trx");
        var theirs = Shape(XElement.Load(folder.PathOf("theirs.trx")));
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root });
        notebook.Given("[Fact] void TestAdd() { }", "Ipytest.Run(\"--trx=ours.trx\")");

        var ours = Shape(XElement.Load(folder.PathOf("ours.trx")));

        Assert.Contains("TestRun/Results/UnitTestResult@executionId", theirs);
        Assert.Empty(theirs.Except(ours));
        Assert.Equal(["TestRun/Results/UnitTestResult@relativeResultsDirectory"], ours.Except(theirs));
    }

    public void Dispose() => _sample.Dispose();

    private static Guid Id(XElement element, string attribute) => Guid.Parse(element.Attribute(attribute)!.Value);

    /// <summary>The elements and attributes that there are, by their paths.</summary>
    private static SortedSet<string> Shape(XElement root) => new(
        root.DescendantsAndSelf().SelectMany(element => element.Attributes()
            .Where(attribute => !attribute.IsNamespaceDeclaration)
            .Select(attribute => $"{PathOf(element)}@{attribute.Name.LocalName}")
            .Append(element.Name.Namespace == Ns ? PathOf(element) : $"{PathOf(element)} in {element.Name.Namespace}")),
        StringComparer.Ordinal);

    private static string PathOf(XElement element) => string.Join('/', element.AncestorsAndSelf().Reverse().Select(one => one.Name.LocalName));
}
