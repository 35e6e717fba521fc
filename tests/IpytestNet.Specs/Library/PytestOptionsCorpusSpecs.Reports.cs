using System.Text.RegularExpressions;
using Xunit;

namespace IpytestNet.Specs.Library;

/// <summary>The rows about what is shown of failures, about running and about files.</summary>
public sealed partial class PytestOptionsCorpusSpecs
{
    // Whether it ran can be seen from outside.
    private const string Leaving = "void TestLast() => File.WriteAllText(\"ran\", \"\");";

    [Theory]
    [InlineData("--tb=short", "\nIn[1]:*: in TestSub\n    [Fact] void TestSub() => Assert(3 - 1 == 1);", "\nE     2 == 1\n")]
    [InlineData("--tb=line", "= FAILURES =", "\nIn[1]:*: Assertion failed: 3 - 1 == 1\nIn[1]:*: Assertion failed: n != 2\n=")]
    [InlineData("--tb=native", "\nIpytestNet.AssertionException: Assertion failed: 3 - 1 == 1\n", "\n   at TestSub() in In[1]:line *\n")]
    [InlineData("--tb=long", "\n>   [Fact] void TestSub() => Assert(3 - 1 == 1);", "\nE   Assertion failed: 3 - 1 == 1\nE     2 == 1\n", "\nIn[1]:*: AssertionException\n")]
    [InlineData("-q", "- Captured stdout call -", "\nrow 2\n")]
    [InlineData("--show-capture=stdout", "- Captured stdout call -", "\nrow 2\n")]
    [InlineData("-s", "\n.Frow 1\n.row 2\nFrow 3\n...s\n")]
    [InlineData("--capture=no -v", "::TestRows(n: 1) row 1\nPASSED", "::TestRows(n: 2) row 2\nFAILED")]
    [InlineData("--durations=2", "= slowest 2 durations =", "s call     Notebook.ipynb::TestSlow\n")]
    [InlineData("--durations=0 -vv", "= slowest durations =", "s call     Notebook.ipynb::TestRows(n: 2)\n")]
    [InlineData("-n 4 -v --tb=line --durations=1", "= slowest 1 durations =", "\nNotebook.ipynb::CalcTests::Div SKIPPED (not yet) ", "[100%]\n")]
    [InlineData("-rfEs", "\nFAILED Notebook.ipynb::TestSub - ", "\nSKIPPED [1] In[1]:*: not yet\n")]
    public void A_failing_run_shows(string arguments, params string[] shown) => Both(arguments, seen =>
    {
        Assert.Equal(ExitCode.TestsFailed, seen.Run);
        foreach (var text in shown)
            Assert.Contains(text, Line().Replace("\n" + seen.Text, "$1*"), StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("--tb=no", "= FAILURES =")]
    [InlineData("--tb=line", "2 == 1")]
    [InlineData("-s", "Captured stdout")]
    [InlineData("--show-capture=no", "row 2")]
    [InlineData("--show-capture=stderr", "row 2")]
    [InlineData("-q", "row 1")]
    [InlineData("-rs", "FAILED Notebook")]
    public void A_failing_run_hides(string arguments, string hidden) => Both(arguments, seen =>
    {
        Assert.Contains("2 failed, 5 passed, 1 skipped in ", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden, seen.Text, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("")]
    [InlineData("-v -rA")]
    [InlineData("--tb=short -k \"not slow\"")]
    public void Four_threads_report_as_one_does(string arguments)
    {
        var reports = new List<string>();

        Both($"{arguments} -n 0", seen => reports.Add(Durations.Hide(seen.Text)));
        Both($"{arguments} -n 4", seen => reports.Add(Durations.Hide(seen.Text)));

        Assert.Contains("2 failed, ", reports[0], StringComparison.Ordinal);
        Assert.Equal(reports[..2].Select(WithoutRules), reports[2..].Select(WithoutRules));
    }

    [Theory]
    [InlineData("--timeout=0.2")]
    [InlineData("--timeout=0.2 -n 2")]
    public void A_test_that_hangs_fails_and_the_notebook_answers(string arguments) => InBothForms($"{arguments} -v", form =>
    {
        var seen = form.Run();
        var answer = form.Notebook.Run("1 + 1");

        Assert.Equal("TestHang FAILED, TestNext PASSED", seen.Results());
        Assert.Contains("\n>       while (true) { }\nE       Timeout >0.2s\n\nIn[1]:*: TimeoutException\n", Line().Replace(seen.Text, "$1*"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.TestsFailed, seen.Run);
        Assert.Equal("2", answer.Value);
    }, "void TestHang()\n{\n    while (true) { }\n}\nvoid TestNext() { }");

    [Theory]
    [InlineData("--junit-xml", "<testcase ")]
    [InlineData("--trx", "<UnitTestResult ")]
    [InlineData("--html", "<html")]
    [InlineData("--report-log", "\"TestReport\"")]
    public void A_report_is_written(string option, string text) => InBothForms($"{option}=below/out.txt", form =>
    {
        var seen = form.Run();

        Assert.Equal(ExitCode.Ok, seen.Run);
        Assert.Contains(text, File.ReadAllText(form.Folder.PathOf("below/out.txt")), StringComparison.Ordinal);
        Assert.True(File.Exists(form.Folder.PathOf("ran")));
    }, Leaving);

    [Theory]
    [InlineData("--junit-xml")]
    [InlineData("--trx")]
    [InlineData("--html")]
    [InlineData("--report-log")]
    public void A_report_that_cannot_be_written_is_told_before_any_test_runs(string option) => InBothForms($"{option}=file/out.txt", form =>
    {
        form.Folder.With("file", "");

        var seen = form.Run();

        Assert.StartsWith($"ERROR: argument {option}: cannot write 'file/out.txt': ", seen.ErrorText, StringComparison.Ordinal);
        Assert.Equal(ExitCode.UsageError, seen.Run);
        Assert.Equal("", seen.Text);
        Assert.False(File.Exists(form.Folder.PathOf("ran")));
    }, Leaving);

    [Theory]
    [InlineData("--fixtures", "tmpPath\n    A folder of the test's own")]
    [InlineData("--markers", "[XFail(")]
    [InlineData("--version", "ipytest ")]
    [InlineData("--help", "\norder and earlier runs:\n", "\nreporting:\n", "\nreports:\n")]
    public void A_list_is_given_and_nothing_runs(string arguments, params string[] shown) => Both(arguments, seen =>
    {
        Assert.Equal(ExitCode.Ok, seen.Run);
        Assert.All(shown, text => Assert.Contains(text, seen.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("5 passed", seen.Text, StringComparison.Ordinal);
    });

    [Fact]
    public void The_help_fits_80_columns() => Both(
        "--help",
        seen => Assert.InRange(seen.Text.Split('\n').Max(line => line.Length), 60, 80),
        before: "Ipytest.Config(displayColumns: 80);");

    [Theory]
    [InlineData("--color=no", "FORCE_COLOR", false)]
    [InlineData("--color=yes", "NO_COLOR", true)]
    [InlineData("--color=auto", "NO_COLOR", false)]
    [InlineData("--color=auto", "FORCE_COLOR", true)]
    public void Colours_follow_the_option_and_the_environment(string arguments, string variable, bool isColoured)
    {
        using var variables = new GivenVariables().With("NO_COLOR", null).With("FORCE_COLOR", null).With(variable, "1");

        Both(arguments, seen =>
        {
            Assert.Equal(isColoured, string.Concat(seen.Outputs).Contains('\e'));
            Assert.Contains("2 failed", seen.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void An_expected_failure_is_listed_when_it_is_asked_for() => Both("-rx", seen =>
    {
        Assert.Contains("\nXFAIL Notebook.ipynb::TestBug - issue 7\n", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\nFAILED ", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\nSKIPPED ", seen.Text, StringComparison.Ordinal);
        Assert.Contains("\n2 failed, 5 passed, 1 skipped, 1 xfailed in ", seen.Text, StringComparison.Ordinal);
    }, $"{Cell}\n[Fact, XFail(\"issue 7\")] void TestBug() => Assert(1 == 2);");

    [Theory]
    [InlineData("--durations=2", 2)]
    [InlineData("--durations=3", 3)]
    public void The_slowest_phases_are_listed(string arguments, int count) => Both(arguments, seen =>
    {
        var phases = Phase().Matches(seen.Text).Select(line => line.Groups["phase"].Value).ToArray();

        Assert.Equal(count, phases.Length);
        Assert.Distinct(phases);
    }, "[Fixture] IEnumerable<int> Slow() { Thread.Sleep(30); yield return 1; Thread.Sleep(30); }\nvoid TestUses(int slow) { Thread.Sleep(30); }");

    [Theory]
    [InlineData("")]
    [InlineData("-n 2")]
    public void An_error_in_a_fixture_is_an_error_at_setup(string arguments) => Both(arguments, seen =>
    {
        Assert.Matches(@"(^|\n)E +\[100%\]\n", seen.Text);
        Assert.Contains(" ERROR at setup of TestX ", seen.Text, StringComparison.Ordinal);
        Assert.Contains("1 error in ", seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.TestsFailed, seen.Run);
    }, "[Fixture] int Broken() => throw new Exception(\"no disk\");\nvoid TestX(int broken) { }");

    [Fact]
    public void An_interrupt_reports_what_ran_and_names_the_test() => InBothForms("-v -s", form =>
    {
        var seen = form.Notebook.RunAndInterruptAfter("ready", form.Code);

        Assert.Contains("\nNotebook.ipynb::TestFirst PASSED", seen.Text, StringComparison.Ordinal);
        Assert.Matches(@"\n!+ Interrupted while running Notebook\.ipynb::TestHang !+\n", seen.Text);
        Assert.Contains("1 passed in ", seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Interrupted, seen.Run);
        Assert.False(File.Exists(form.Folder.PathOf("ran")));
    }, $"void TestFirst() {{ }}\nvoid TestHang() {{ Console.WriteLine(\"ready\"); while (true) {{ }} }}\n{Leaving}");

    /// <summary>The rules of a report are as long as the times in them leave room for.</summary>
    private static string WithoutRules(string report) => Folder().Replace(report.Replace("=", "", StringComparison.Ordinal), "");

    // The magic line puts the lines of the cell one further down.
    [GeneratedRegex(@"(In\[1\]:(line )?)\d+")]
    private static partial Regex Line();

    [GeneratedRegex(@"^\d+\.\d\ds (?<phase>setup|call|teardown) +Notebook\.ipynb::TestUses$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Phase();

    [GeneratedRegex(@"rootdir: \S+")]
    private static partial Regex Folder();
}
