using System.Text.RegularExpressions;
using IpytestNet.Kernel.Display;
using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Reports.Html;

/// <summary>The result of a run as a table in the notebook.</summary>
public sealed partial class ResultTableSpecs : IDisposable
{
    private readonly LiveNotebook _notebook = new();

    public ResultTableSpecs() => _notebook.Given(
        """
        [Fact] void TestAdd() => Assert(1 + 1 == 2);
        [Theory, InlineData(1), InlineData(2)] void TestRows(int n) { Console.WriteLine($"<b>row</b> {n}"); Assert(n != 2); }
        """);

    [Fact]
    public void The_result_is_a_table_with_failures_to_open()
    {
        var html = Time().Replace(Shown(_notebook.Run("Ipytest.Run(display: \"html\")"))!.Formats["text/html"], "TIME");

        ApprovedText.Verify(html[..html.IndexOf("<style>", StringComparison.Ordinal)] + html[(html.IndexOf("</style>", StringComparison.Ordinal) + "</style>\n".Length)..]);
    }

    [Theory]
    [InlineData("Ipytest.Run(display: \"html\")")]
    [InlineData("Ipytest.Run(\"--display=html\")")]
    [InlineData("Ipytest.Run(addopts: new[] { \"-q\", \"--display\", \"html\" })")]
    [InlineData("%%ipytest --display=html\n[Fact] void TestSub() => Assert(3 - 1 == 1);")]
    [InlineData("%%ipytest\n// ipytest: display: \"html\"\n[Fact] void TestSub() => Assert(3 - 1 == 1);")]
    public void The_text_of_the_report_stands_behind_the_table(string cell)
    {
        var seen = _notebook.Run(cell);

        var shown = Shown(seen)!;
        Assert.Equal("", seen.Text);
        Assert.Contains("<table>", shown.Formats["text/html"]);
        Assert.Contains("= FAILURES =", shown.PlainText);
        Assert.Matches(@"1 failed(, 2 passed)?\x1b?.* in", shown.PlainText);
        Assert.Equal(ExitCode.TestsFailed, seen.Run);
    }

    [Theory]
    [InlineData("Ipytest.Run()")]
    [InlineData("Ipytest.Run(display: \"text\")")]
    public void Text_is_the_default(string cell)
    {
        var seen = _notebook.Run(cell);

        Assert.Null(Shown(seen));
        Assert.Contains("1 failed, 2 passed", seen.Text);
    }

    [Fact]
    public void Another_word_is_a_usage_error()
    {
        var seen = _notebook.Run("Ipytest.Run(display: \"xml\")");

        Assert.Equal(ExitCode.UsageError, seen.Run);
        Assert.Contains("argument --display: invalid choice: 'xml' (choose from 'text', 'html')", seen.ErrorText);
    }

    [Fact]
    public void Of_many_tests_those_that_passed_are_folded()
    {
        _notebook.Given("[Theory, MemberData(nameof(Numbers))] void TestMany(int n) => Assert(n != 7);\npublic static TheoryData<int> Numbers => new(Enumerable.Range(0, 300));");

        var html = Shown(_notebook.Run("Ipytest.Run(\"{TestMany}\", display: \"html\")"))!.Formats["text/html"];

        Assert.Contains("<details class=\"passed\"><summary>299 passed</summary>", html);
        Assert.Contains("... 99 more; --html=PATH writes them all", html);
        Assert.True(html.IndexOf("TestMany(n: 7)", StringComparison.Ordinal) < html.IndexOf("299 passed</summary>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_usage_error_after_the_start_of_the_report_hides_nothing()
    {
        var seen = _notebook.Run("Ipytest.Run(\"{MODULE}::Nope\", display: \"html\", addopts: new[] { \"-v\" })");

        Assert.Equal(ExitCode.UsageError, seen.Run);
        Assert.Contains("test session starts", seen.Text);
        Assert.Contains("not found", seen.ErrorText);
    }

    [Fact]
    public void A_style_sheet_is_for_the_table_alone()
    {
        var html = Shown(_notebook.Run("Ipytest.Run(display: \"html\")"))!.Formats["text/html"];
        var style = html[(html.IndexOf("<style>", StringComparison.Ordinal) + 7)..html.IndexOf("</style>", StringComparison.Ordinal)];

        Assert.All(Selector().Matches(style).SelectMany(rule => rule.Groups["selectors"].Value.Split(',')), selector => Assert.StartsWith(".ipytest-result", selector.Trim()));
    }

    public void Dispose() => _notebook.Dispose();

    private static MimeBundle? Shown(LiveNotebook.Seen seen) => seen.Outputs.OfType<CellOutput.Displayed>().SingleOrDefault()?.Data;

    [GeneratedRegex(@"\d+ ms|in \d+\.\d\d s|\d\.\d\d s")]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<selectors>[^{}]+)\{[^}]*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Selector();
}
