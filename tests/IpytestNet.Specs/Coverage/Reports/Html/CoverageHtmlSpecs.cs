using System.Text.RegularExpressions;
using IpytestNet.Coverage.Reports.Html;
using IpytestNet.Coverage.Results;
using IpytestNet.Reporting;
using IpytestNet.Specs.Documents;
using IpytestNet.Specs.Reports.Html;
using Xunit;

namespace IpytestNet.Specs.Coverage.Reports.Html;

public sealed partial class CoverageHtmlSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Browser _browser = new();
    private readonly CoverageData _sample;

    public CoverageHtmlSpecs() => _sample = CoverageSample.In(_folder.Root);

    private string Report => _folder.PathOf("htmlcov");

    public void Dispose()
    {
        _folder.Dispose();
        _browser.Dispose();
    }

    [Fact]
    public void The_first_page_has_a_row_for_each_cell_and_file()
    {
        Write();

        ApprovedText.Verify(Text("index.html"));
    }

    [Fact]
    public void The_page_of_a_cell_shows_what_became_of_each_line()
    {
        Write();

        ApprovedText.Verify(Text("In[10].html"));
    }

    [Fact]
    public void All_that_the_pages_need_lies_beside_them()
    {
        Write();

        var linked = Directory.GetFiles(Report, "*.html")
            .SelectMany(page => Address().Matches(File.ReadAllText(page)))
            .Select(address => Uri.UnescapeDataString(address.Groups["address"].Value))
            .Where(address => !address.StartsWith('#'))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Superset(new HashSet<string>(["index.html", "style.css", "script.js", "In[2].html"]), linked);
        Assert.All(linked, address => Assert.True(File.Exists(Path.Combine(Report, address)), address));
        Assert.All(Directory.GetFiles(Report), file => Assert.DoesNotContain("http", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_replaces_the_one_before_it_and_nothing_else()
    {
        Write();
        File.WriteAllText(Path.Combine(Report, "In[99].html"), "of an older run");
        Write();
        Assert.False(File.Exists(Path.Combine(Report, "In[99].html")));

        var own = Directory.CreateDirectory(_folder.PathOf("own")).FullName;
        File.WriteAllText(Path.Combine(own, "thesis.html"), "mine");
        var error = Assert.Throws<IOException>(() => CoverageHtml.Write(own, _sample, Options()));

        Assert.Equal("the folder holds something else than a report of coverage, which would be mixed with it", error.Message);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(own, "thesis.html")));
    }

    [Theory]
    [InlineData("", "Example.ipynb[1] Example.ipynb[3/1] In[2] In[10] src/Stack.cs")]
    [InlineData("sort=-name", "src/Stack.cs In[10] In[2] Example.ipynb[3/1] Example.ipynb[1]")]
    [InlineData("sort=cover&hide=1", "In[2] In[10] src/Stack.cs")]
    [InlineData("text=stack", "src/Stack.cs")]
    public void A_browser_sorts_and_filters_the_first_page(string state, string rows)
    {
        Write();

        var dom = _browser.Dom(Path.Combine(Report, "index.html"), state);

        Assert.Equal(
            rows.Split(' ').Order(StringComparer.Ordinal),
            Row().Matches(dom).Select(row => row.Groups["name"].Value).Order(StringComparer.Ordinal));
        if (!state.Contains("cover", StringComparison.Ordinal))
            Assert.Equal(rows, string.Join(' ', Row().Matches(dom).Select(row => row.Groups["name"].Value)));
    }

    [Theory]
    [InlineData(false, "#ffffff", "#ffeeee")]
    [InlineData(true, "#0d1117", "#33171a")]
    public void The_page_of_a_cell_is_light_or_dark_and_marks_what_did_not_run(bool prefersDark, string back, string missed)
    {
        Write();

        var picture = _browser.Picture(Path.Combine(Report, "In[10].html"), prefersDark);

        Assert.Equal(back, picture.ColorAt(3, 400));
        Assert.Contains(missed, picture.Colors());
    }

    [Fact]
    public void A_notebook_shows_the_sources_without_a_script()
    {
        var html = CellSources.Html(_sample);

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" id=", html, StringComparison.Ordinal);
        ApprovedText.Verify(Style().Replace(html, "<style/>"));
    }

    [Fact]
    public void Where_a_notebook_shows_no_html_the_table_stands_for_it() => ApprovedText.Verify(CellSources.Text(_sample));

    private static CoverageHtmlOptions Options() => new() { Time = new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero) };

    private void Write() => CoverageHtml.Write(Report, _sample, Options());

    private string Text(string page) => File.ReadAllText(Path.Combine(Report, page)).Replace(PlatformLine.Current, "PLATFORM", StringComparison.Ordinal);

    [GeneratedRegex("(href|src)=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex("<tr><td class=\"name\"><a href=\"[^\"]+\">(?<name>[^<]+)</a>", RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
