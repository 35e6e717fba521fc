using System.Text.RegularExpressions;
using IpytestNet.Execution;
using IpytestNet.Reports.Html;
using Xunit;

namespace IpytestNet.Specs.Reports.Html;

public sealed partial class HtmlReportSpecs : IDisposable
{
    private const string LightBack = "#ffffff";
    private const string DarkBack = "#0d1117";
    private const string LightRed = "#cf222e";
    private const string DarkRed = "#ff7b72";

    private readonly ReportSample _sample = new();
    private readonly Browser _browser = new();

    [Fact]
    public void The_page_tells_every_test_with_its_outcome_source_values_and_output()
    {
        var html = _sample.Write(new HtmlReport(new FixedTime()), "--html");

        var body = html[html.IndexOf("<body>", StringComparison.Ordinal)..html.IndexOf("<script>", StringComparison.Ordinal)];
        ApprovedText.Verify(Platform().Replace(body, "platform ..."));
    }

    [Fact]
    public void The_page_needs_nothing_beside_it() =>
        Assert.DoesNotMatch(@"(src|href)\s*=|@import|url\(|https?:", _sample.Write(new HtmlReport(new FixedTime()), "--html"));

    [Theory]
    [InlineData("", "9 tests", "TestAdd TestSub TestRows CalcTests.Div CalcTests.Mod CalcTests.Pow TestNoFixture TestLeaks TestBoth")]
    [InlineData("outcome=failed,xfailed", "3 of 9 tests", "TestSub CalcTests.Mod TestBoth")]
    [InlineData("text=calc", "3 of 9 tests", "CalcTests.Div CalcTests.Mod CalcTests.Pow")]
    [InlineData("text=STDERR red", "1 of 9 tests", "TestSub")]
    [InlineData("outcome=failed&text=leaks", "0 of 9 tests", "")]
    [InlineData("sort=name&text=calc", "3 of 9 tests", "CalcTests.Div CalcTests.Mod CalcTests.Pow")]
    [InlineData("sort=-name&text=calc", "3 of 9 tests", "CalcTests.Pow CalcTests.Mod CalcTests.Div")]
    [InlineData("sort=-time&outcome=passed", "2 of 9 tests", "TestAdd TestRows")]
    [InlineData("sort=outcome", "9 tests", "TestSub TestBoth TestNoFixture TestLeaks CalcTests.Pow CalcTests.Mod CalcTests.Div TestAdd TestRows")]
    public void In_a_browser_tests_are_filtered_and_sorted(string state, string count, string names)
    {
        _sample.Write(new HtmlReport(new FixedTime()), "--html");

        var dom = _browser.Dom(Page(), state);

        Assert.Contains($">{count}</span>", dom);
        Assert.Equal(names, string.Join(' ', ShownTest().Matches(dom).Select(test => test.Groups["name"].Value)));
        Assert.Equal(names.Length == 0, !dom.Contains("<tbody id=\"none\" hidden", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_test_wrote_is_no_markup_of_the_page()
    {
        RunMessage[] messages =
        [
            new RunMessage.Started("/"),
            ReportSample.Ended("Test(x: \"<script>document.title='gone'</script>\")", ReportSample.Failed("</pre></table><img src=x onerror=document.title='gone'>"), "</script><b>\"'&"),
            new RunMessage.Finished(ExitCode.TestsFailed, TimeSpan.Zero),
        ];
        _sample.Write(new HtmlReport(new FixedTime()), "--html", messages);

        var dom = _browser.Dom(Page());

        Assert.Contains("<title>1 failed - ipytest</title>", dom);
        Assert.DoesNotContain("<img", dom);
        Assert.Contains("&lt;/script&gt;&lt;b&gt;\"'&amp;", dom);
    }

    [Theory]
    [InlineData(false, "", LightBack, LightRed)]
    [InlineData(true, "", DarkBack, DarkRed)]
    [InlineData(false, "theme=dark", DarkBack, DarkRed)]
    [InlineData(true, "theme=light", LightBack, LightRed)]
    public void The_page_is_light_or_dark_as_the_person_has_chosen(bool prefersDark, string state, string back, string red)
    {
        _sample.Write(new HtmlReport(new FixedTime()), "--html");

        var picture = _browser.Picture(Page(), prefersDark, state);

        Assert.Equal(back, picture.ColorAt(3, 400));
        Assert.Contains(red, picture.Colors());
        Assert.DoesNotContain(back == LightBack ? DarkBack : LightBack, picture.Colors());
    }

    [Fact]
    public void Ten_thousand_tests_are_shown_filtered_and_sorted()
    {
        var tests = Enumerable.Range(1, 10_000)
            .Select(number => ReportSample.Ended($"Test{number}", number % 1000 == 0 ? ReportSample.Failed($"number {number}") : new TestOutcome.Passed()));
        _sample.Write(new HtmlReport(new FixedTime()), "--html", [new RunMessage.Started("/"), .. tests, new RunMessage.Finished(ExitCode.TestsFailed, TimeSpan.Zero)]);

        var dom = _browser.Dom(Page(), "outcome=failed&sort=-name");

        Assert.Contains(">10 of 10,000 tests</span>", dom);
        Assert.Equal(
            "Test10000 Test9000 Test8000 Test7000 Test6000 Test5000 Test4000 Test3000 Test2000 Test1000",
            string.Join(' ', ShownTest().Matches(dom).Select(test => test.Groups["name"].Value)));
    }

    [Fact]
    public void A_run_without_tests_is_a_page_too()
    {
        var html = _sample.Write(new HtmlReport(new FixedTime()), "--html", [new RunMessage.Started("/"), new RunMessage.Finished(ExitCode.NoTestsCollected, TimeSpan.Zero)]);

        Assert.Contains("No tests ran.", html);
        Assert.Contains("<title>no tests ran - ipytest</title>", html);
    }

    [Fact]
    public void Very_long_output_is_shown_at_both_ends()
    {
        var output = "first " + new string('x', 1_000_000) + " last";

        var html = _sample.Write(new HtmlReport(new FixedTime()), "--html", [new RunMessage.Started("/"), ReportSample.Ended("TestLong", new TestOutcome.Passed(), output), new RunMessage.Finished(ExitCode.Ok, TimeSpan.Zero)]);

        Assert.InRange(html.Length, 60_000, 120_000);
        Assert.Contains("<pre>first xxx", html);
        Assert.Contains("<em>... 934,475 characters left out ...</em>", html);
        Assert.Contains("xxx last</pre>", html);
    }

    public void Dispose()
    {
        _browser.Dispose();
        _sample.Dispose();
    }

    private string Page()
    {
        var page = _sample.PathOf("report.html");
        File.Copy(_sample.PathOf("out/report"), page, overwrite: true);
        return page;
    }

    [GeneratedRegex("platform [^<]*")]
    private static partial Regex Platform();

    [GeneratedRegex(@"<tbody class=""test"" data-outcome=""\w+"" data-time=""[\d.]+""><tr><td>.*?class=""(opener|plain)""[^>]*>(?<name>[\w.]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex ShownTest();
}
