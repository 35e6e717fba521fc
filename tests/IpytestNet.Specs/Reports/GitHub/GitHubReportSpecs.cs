using IpytestNet.Execution;
using IpytestNet.Reports.GitHub;
using IpytestNet.Specs.Documents;
using Xunit;

namespace IpytestNet.Specs.Reports.GitHub;

public sealed class GitHubReportSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ReportSample _sample = new();

    [Fact]
    public void Failures_are_annotations_at_the_notebook_whose_titles_name_cell_and_line()
    {
        var report = Report(("GITHUB_ACTIONS", "true"));

        Handle(report);

        ApprovedText.Verify(string.Join('\n', report.TerminalSummary()));
        Assert.Empty(report.TerminalSummary());
    }

    [Fact]
    public void The_step_summary_is_added_to_what_the_step_has_written_before()
    {
        var path = _folder.Write("summary.md", "before\n");
        var report = Report(("GITHUB_ACTIONS", "true"), ("GITHUB_STEP_SUMMARY", path));

        Handle(report);

        ApprovedText.Verify(File.ReadAllText(path));
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(null, "--github", true)]
    [InlineData("true", null, true)]
    [InlineData("true", "--no-github", false)]
    [InlineData("false", null, false)]
    public void It_is_on_in_GitHub_Actions_and_by_its_option(string? variable, string? option, bool isOn)
    {
        var report = new GitHubReport(new FixedTime(), name => name is "GITHUB_ACTIONS" ? variable : null);
        _sample.Configure(report, option is null ? [] : [(option, "")]);

        Handle(report);

        Assert.Equal(isOn, report.TerminalSummary().Any());
    }

    [Fact]
    public void A_percent_sign_and_a_comma_do_not_break_the_line()
    {
        var report = Report(("GITHUB_ACTIONS", "true"));
        RunMessage[] messages =
        [
            new RunMessage.Started("/"),
            ReportSample.Ended("TestRows(a: 1, b: 2)", ReportSample.Failed("100%\r\nof it")),
            new RunMessage.Finished(ExitCode.TestsFailed, TimeSpan.Zero),
        ];

        Array.ForEach(messages, report.Handle);

        Assert.Equal(["::error file=Notebook.ipynb,title=In[3]%3A2 TestRows(a%3A 1%2C b%3A 2)::100%25%0D%0Aof it"], report.TerminalSummary());
    }

    [Fact]
    public void In_a_notebook_the_lines_come_before_the_counts()
    {
        using var notebook = new LiveNotebook();
        notebook.Given("[Fact] void TestAdd() => Assert(1 == 2);");

        Assert.Contains("::error file=Notebook.ipynb,title=In[1]%3A1 TestAdd::Assertion failed: 1 == 2\n1 failed in", notebook.Run("Ipytest.Run(\"--github\")").Text);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _sample.Dispose();
    }

    private static void Handle(GitHubReport report)
    {
        foreach (var message in ReportSample.Messages)
            report.Handle(message);
    }

    private GitHubReport Report(params (string Name, string Value)[] environment)
    {
        var report = new GitHubReport(new FixedTime(), name => environment.FirstOrDefault(variable => variable.Name == name).Value);
        _sample.Configure(report);
        return report;
    }
}
