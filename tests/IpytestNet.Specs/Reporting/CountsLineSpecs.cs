using Xunit;

namespace IpytestNet.Specs.Reporting;

public sealed class CountsLineSpecs
{
    private static readonly Dictionary<string, RecordedRun> Runs = new(StringComparer.Ordinal)
    {
        ["nothing"] = new RecordedRun().Lasts(0),
        ["all deselected"] = new RecordedRun().Deselects(8),
        ["a warning alone"] = new RecordedRun().Warns("careful"),
        ["everything"] = RecordedRun.OfExample().Warns("a").Warns("b").Deselects(4).Errs("TestDb", "setup").Errs("TestOther", "setup"),
        ["one of each"] = new RecordedRun().Passes("A").Fails("B").Skips("C", "").Errs("D", "setup").Warns("a").Deselects(1),
        ["a long run"] = new RecordedRun().Passes("A").Lasts(3_754.5),
        ["nothing to list"] = new RecordedRun().CollectOnly(),
        ["a listed test"] = new RecordedRun().Passes("A").CollectOnly(),
        ["listed tests"] = RecordedRun.OfExample().CollectOnly(),
        ["some listed tests"] = RecordedRun.OfExample().Deselects(2).CollectOnly(),
        ["no listed tests"] = new RecordedRun().Deselects(8).CollectOnly(),
    };

    [Theory]
    [InlineData("nothing", "no tests ran in 0.00s")]
    [InlineData("all deselected", "8 deselected in 0.02s")]
    [InlineData("a warning alone", "1 warning in 0.02s")]
    [InlineData("everything", "2 failed, 5 passed, 1 skipped, 4 deselected, 2 warnings, 2 errors in 0.02s")]
    [InlineData("one of each", "1 failed, 1 passed, 1 skipped, 1 deselected, 1 warning, 1 error in 0.02s")]
    [InlineData("a long run", "1 passed in 3754.50s (1:02:34)")]
    [InlineData("nothing to list", "no tests collected in 0.02s")]
    [InlineData("a listed test", "1 test collected in 0.02s")]
    [InlineData("listed tests", "8 tests collected in 0.02s")]
    [InlineData("some listed tests", "8/10 tests collected (2 deselected) in 0.02s")]
    [InlineData("no listed tests", "no tests collected (8 deselected) in 0.02s")]
    public void The_last_line_says_what_came_of_the_tests(string run, string expected)
    {
        var report = Runs[run].Verbosity(-1).Report();

        Assert.Equal(expected, report.TrimEnd('\n').Split('\n')[^1]);
    }

    [Theory]
    [InlineData(80, "==================== 2 failed, 5 passed, 1 skipped in 0.02s ====================")]
    [InlineData(45, "== 2 failed, 5 passed, 1 skipped in 0.02s ===")]
    [InlineData(30, "= 2 failed, 5 passed, 1 skipped in 0.02s =")]
    public void Bars_fill_the_line_but_never_cut_the_counts(int width, string expected)
    {
        var report = RecordedRun.OfExample().Wide(width).Report();

        Assert.EndsWith($"\n{expected}\n", report, StringComparison.Ordinal);
    }
}
