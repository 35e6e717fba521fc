using Xunit;

namespace IpytestNet.Specs.Reporting;

public sealed class LetterProgressSpecs
{
    private static RecordedRun Passing(int count) =>
        Enumerable.Range(1, count).Aggregate(new RecordedRun(), (run, number) => run.Passes($"Test{number}"));

    [Fact]
    public void Many_tests_wrap_with_the_percentage_at_each_lines_end() =>
        ApprovedReport.Verify(Passing(122).Wide(60).Report());

    [Theory]
    [InlineData(51)]
    [InlineData(52)]
    [InlineData(53)]
    [InlineData(104)]
    public void Lines_are_as_wide_as_the_report_but_for_its_last_column(int tests)
    {
        var report = Passing(tests).Wide(60).Verbosity(-1).Report();

        var lines = report.Split('\n').TakeWhile(line => line.StartsWith('.')).ToList();
        Assert.All(lines, line => Assert.Equal(59, line.Length));
        Assert.Equal(tests, string.Concat(lines).Count(letter => letter == '.'));
        Assert.EndsWith(" [100%]", lines[^1], StringComparison.Ordinal);
        Assert.Single(lines, line => line.EndsWith("[100%]", StringComparison.Ordinal));
    }

    [Fact]
    public void A_teardown_error_of_the_last_test_comes_before_the_percentage()
    {
        var report = new RecordedRun().Passes("TestDb").Errs("TestDb", "teardown", Thrown.Assertion("busy")).Wide(30).Verbosity(-1).Report();

        Assert.StartsWith(".E                     [100%]\n", report, StringComparison.Ordinal);
        Assert.EndsWith("\n1 passed, 1 error in 0.02s\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_file_has_a_line_of_its_own() =>
        ApprovedReport.Verify(new RecordedRun().Passes("TestA").Passes("TestB", "More.cs").Passes("TestC", "More.cs").Report());

    [Fact]
    public void A_wide_notebook_name_does_not_move_the_percentage()
    {
        var report = new RecordedRun().Passes("TestA", "例😀.ipynb").Wide(40).Report();

        Assert.Contains("\n例😀.ipynb .                     [100%]\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_output_that_is_passed_through_there_is_no_percentage()
    {
        var report = RecordedRun.OfExample().With(options => options with { NoCapture = true }).Report();

        Assert.Contains("\nNotebook.ipynb .F.F...s\n", report, StringComparison.Ordinal);
        Assert.DoesNotContain('%', report);
    }

    [Fact]
    public void A_width_below_twenty_counts_as_twenty()
    {
        var report = Passing(1).Wide(1).Verbosity(-1).Report();

        Assert.StartsWith(".            [100%]\n", report, StringComparison.Ordinal);
    }
}
