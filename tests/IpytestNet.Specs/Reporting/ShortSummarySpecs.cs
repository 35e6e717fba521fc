using Xunit;

namespace IpytestNet.Specs.Reporting;

public sealed class ShortSummarySpecs
{
    private static string SummaryOf(FailedRun run) => run.Report.Split('\n').Single(line => line.StartsWith("FAILED", StringComparison.Ordinal));

    [Theory]
    [InlineData("short", "FAILED Notebook.ipynb::TestSub - short")]
    [InlineData("first\nsecond", "FAILED Notebook.ipynb::TestSub - first")]
    [InlineData("a message that is much too long for this line", "FAILED Notebook.ipynb::TestSub - a message that is m...")]
    [InlineData("幅の広い文字の幅の広い文字", "FAILED Notebook.ipynb::TestSub - 幅の広い文字の幅の...")]
    public void The_first_line_of_the_message_is_cut_to_the_width(string message, string expected) =>
        Assert.Equal(expected, SummaryOf(new(message, Width: 55)));

    [Fact]
    public void A_name_that_fills_the_line_stands_alone() =>
        Assert.Equal("FAILED Notebook.ipynb::TestSub", SummaryOf(new("hidden", Width: 30)));

    private sealed record FailedRun(string Message, int Width)
    {
        public string Report => new RecordedRun().Wide(Width).Fails("TestSub", Thrown.Assertion(Message)).Report();
    }
}
