using System.Text.RegularExpressions;
using IpytestNet.Coverage.Reports.Html;
using IpytestNet.Coverage.Results;
using IpytestNet.Specs.Documents;
using IpytestNet.Specs.Reports;
using IpytestNet.Specs.Reports.Html;
using Xunit;

namespace IpytestNet.Specs.Coverage.Reports.Html;

public sealed partial class CoverageHtmlSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Browser _browser = new();

    [Fact]
    public void The_index_tells_the_numbers_of_every_cell_and_file_and_what_a_reader_must_know()
    {
        Write();

        ApprovedText.Verify(Body("index.html"));
    }

    [Fact]
    public void The_page_of_a_cell_tells_of_each_line_what_is_known()
    {
        Write();

        ApprovedText.Verify(Body("In[3].html"));
    }

    [Fact]
    public void A_report_needs_nothing_beside_it()
    {
        Write();

        foreach (var page in Directory.GetFiles(_folder.Root, "*.html"))
        {
            var html = File.ReadAllText(page);
            Assert.DoesNotMatch(@"https?:|<style|<script>|<[^>]*\son\w+=", html);
            Assert.All(Link().Matches(html), link => Assert.True(link.Groups["to"].Value is "data:," or ['#', ..] || File.Exists(_folder.PathOf(Uri.UnescapeDataString(link.Groups["to"].Value))), link.Value));
        }

        Assert.DoesNotMatch(@"@import|url\(|https?:", File.ReadAllText(_folder.PathOf("style.css")));
        Assert.Equal("*\n", File.ReadAllText(_folder.PathOf(".gitignore")));
    }

    [Theory]
    [InlineData("", "8 shown", "In[3] In[4] In[10] index src/&lt;script&gt;document.title='gone'&lt;/script&gt;.cs src/Calc/Lexer.cs src/Calc/Names.cs src/Calc/Stack.cs", "63%")]
    [InlineData("sort=-name&text=in[", "3 of 8 shown", "In[10] In[4] In[3]", "71%")]
    [InlineData("sort=cover&hide=covered", "4 of 8 shown", "index src/Calc/Stack.cs src/Calc/Lexer.cs In[3]", "62%")]
    [InlineData("sort=-missing&text=SRC calc", "3 of 8 shown", "src/Calc/Lexer.cs src/Calc/Stack.cs src/Calc/Names.cs", "62%")]
    [InlineData("text=nothing", "0 of 8 shown", "", "100%")]
    public void In_a_browser_cells_and_files_are_sorted_and_filtered(string state, string count, string names, string total)
    {
        Write();

        var dom = _browser.Dom(_folder.PathOf("index.html"), state);

        Assert.Contains($">{count}</span>", dom);
        Assert.Equal(names, string.Join(' ', ShownName().Matches(dom).Select(row => row.Groups["name"].Value)));
        Assert.Contains($"<span class=\"percent\">{total}</span></td></tr></tfoot>", dom);
        Assert.Contains("<title>Coverage report: 63%</title>", dom);
    }

    [Fact]
    public void Keys_lead_from_one_missed_line_to_the_next_and_a_click_tells_the_tests_of_a_line()
    {
        Write();
        File.AppendAllText(_folder.PathOf("In[3].html"), """<script>for (const key of "jjx") document.dispatchEvent(new KeyboardEvent("keydown", { key })); document.querySelector("#L17 .by").click();</script>""");

        var dom = _browser.Dom(_folder.PathOf("In[3].html"));

        Assert.Contains("<div class=\"line missing at\" id=\"L6\">", dom);
        Assert.DoesNotContain("line partial at", dom);
        Assert.Contains("2 of 3 missed", dom);
        Assert.Contains("<main class=\"source hide-excluded\">", dom);
        Assert.Contains("<ul><li>Calc.ipynb::TestAdd</li></ul>", dom);
    }

    [Theory]
    [InlineData(false, "", "#ffffff", "#ffebe9")]
    [InlineData(true, "", "#0d1117", "#3c1618")]
    [InlineData(false, "theme=dark", "#0d1117", "#3c1618")]
    public void A_page_is_light_or_dark_as_the_person_has_chosen(bool prefersDark, string state, string back, string missing)
    {
        Write();

        var picture = _browser.Picture(_folder.PathOf("In[3].html"), prefersDark, state);

        Assert.Equal(back, picture.ColorAt(3, 400));
        Assert.Contains(missing, picture.Colors());
    }

    [Fact]
    public void Names_and_sources_are_no_markup_of_a_page()
    {
        Write();

        var dom = _browser.Dom(Directory.GetFiles(_folder.Root, "src_*script*.html").Single());

        Assert.Contains("<title>src/&lt;script&gt;document.title='gone'&lt;/script&gt;.cs: 100%</title>", dom);
        Assert.DoesNotContain("<img", dom);
    }

    [Fact]
    public void An_old_report_is_replaced_and_what_is_not_of_it_stays()
    {
        Write();
        _folder.Write("notes.txt", "mine");

        Write(CoverageSample.Data with { Files = [.. CoverageSample.Data.Files.Take(1)] });

        Assert.Equal([".gitignore", ".ipytest-coverage", "In[3].html", "index.html", "notes.txt", "script.js", "style.css"], FileNames());
    }

    [Fact]
    public void A_folder_with_other_files_is_not_hidden_from_Git()
    {
        _folder.Write("notes.txt", "mine");

        Write();

        Assert.DoesNotContain(".gitignore", FileNames());
    }

    [Fact]
    public void A_page_of_another_origin_is_told_and_kept()
    {
        _folder.Write("index.html", "mine");

        var refusal = Assert.Throws<IOException>(() => Write());

        Assert.Equal("'index.html' in it is no file of a coverage report of ipytest", refusal.Message);
        Assert.Equal(["index.html"], FileNames());
        Assert.Equal("mine", File.ReadAllText(_folder.PathOf("index.html")));
    }

    [Fact]
    public void Lines_alone_have_no_columns_of_branches_and_no_tests()
    {
        Write(CoverageSample.Data with { HasBranches = false, HasContexts = false, Files = [.. CoverageSample.Data.Files.Select(file => file with { Outcomes = [] })] });

        Assert.DoesNotContain("branches", Body("index.html"));
        Assert.DoesNotContain("outcomes", Body("In[3].html"));
        Assert.DoesNotContain("TestAdd", Body("In[3].html"));
    }

    public void Dispose()
    {
        _browser.Dispose();
        _folder.Dispose();
    }

    private void Write(CoverageData? data = null) =>
        CoverageHtml.Write(_folder.Root, data ?? CoverageSample.Data, new CoverageHtmlOptions { Time = new FixedTime().GetUtcNow() });

    private string Body(string name)
    {
        var html = File.ReadAllText(_folder.PathOf(name));
        return html[html.IndexOf("<body", StringComparison.Ordinal)..html.IndexOf("<script src", StringComparison.Ordinal)];
    }

    private string[] FileNames() => [.. Directory.EnumerateFiles(_folder.Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [GeneratedRegex("""<tr(?! hidden)(?:(?! hidden)[^>])*><td class="name"><a [^>]*>(?<name>[^<]*)</a>""", RegexOptions.ExplicitCapture)]
    private static partial Regex ShownName();

    [GeneratedRegex("""(href|src)="(?<to>[^"]*)"(?=[^<]*>)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
