using System.Text.Json.Nodes;
using IpytestNet.Reports.ReportLog;
using IpytestNet.Specs.Documents;
using Xunit;

namespace IpytestNet.Specs.Reports.ReportLog;

public sealed class ReportLogReportSpecs
{
    [Fact]
    public void Each_phase_of_a_test_is_a_line_of_JSON()
    {
        using var sample = new ReportSample();

        var log = sample.Write(new ReportLogReport(new FixedTime()), "--report-log");

        var lines = log.Split('\n').Where(line => line.Length > 0).ToList();
        Assert.All(lines, line => Assert.NotNull(JsonNode.Parse(line)));
        ApprovedText.Verify(string.Join('\n', lines.Take(9).Append("...").Append(lines[^1])));
    }

    [Fact]
    public void The_outcomes_are_those_of_the_phases()
    {
        using var sample = new ReportSample();
        var log = sample.Write(new ReportLogReport(new FixedTime()), "--report-log");

        var outcomes = log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)
            .Where(line => line["$report_type"]!.ToString() == "TestReport")
            .GroupBy(line => line["nodeid"]!.ToString(), line => $"{line["when"]} {line["outcome"]}{(line["wasxfail"] is { } reason ? $" ({reason})" : "")}")
            .Select(test => $"{test.Key.Split("::", 2)[1]}: {string.Join(", ", test)}");

        Assert.Equal(
            [
                "TestAdd: setup passed, call passed, teardown passed",
                "TestSub: setup passed, call failed, teardown passed",
                "TestRows(n: \"a<b>\\u0001\"): setup passed, call passed, teardown passed",
                "CalcTests::Div: setup skipped, teardown passed",
                "CalcTests::Mod: setup passed, call skipped (known bug), teardown passed",
                "CalcTests::Pow: setup passed, call passed (known bug), teardown passed",
                "TestNoFixture: setup failed, teardown passed",
                "TestLeaks: setup passed, call passed, teardown failed",
                "TestBoth: setup passed, call failed, teardown failed",
            ],
            outcomes);
    }

    [Fact]
    public void A_run_begins_with_SessionStart_and_ends_with_its_exit_status()
    {
        using var folder = new TemporaryFolder();
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root });
        notebook.Given("[Fact] void TestAdd() => Assert(1 == 2);");

        notebook.Run("Ipytest.Run(\"--report-log=log.jsonl\")");

        var lines = File.ReadAllLines(folder.PathOf("log.jsonl")).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal("SessionStart CollectReport TestReport TestReport TestReport SessionFinish", string.Join(' ', lines.Select(line => line["$report_type"])));
        Assert.Equal(1, (int)lines[^1]["exitstatus"]!);
        Assert.Equal("In[1]", lines[3]["longrepr"]!["reprcrash"]!["path"]!.ToString());
    }
}
