using IpytestNet.Coverage.Reports.Html;
using IpytestNet.Coverage.Results;
using IpytestNet.Specs.Documents;
using IpytestNet.Specs.Reports;
using Xunit;

namespace IpytestNet.Specs.Coverage.Reports.Html;

public sealed class CellSourcesSpecs
{
    private static readonly CoverageData Cells = CoverageSample.Data with { Files = [.. CoverageSample.Data.Files.Take(3)] };

    [Fact]
    public void In_the_output_of_a_cell_each_source_shows_what_ran()
    {
        var html = CellSources.Html(Cells);

        ApprovedText.Verify(html[html.IndexOf("</style>", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void Every_rule_of_the_style_is_for_the_fragment_alone()
    {
        var html = CellSources.Html(Cells);

        var style = html[(html.IndexOf("<style>", StringComparison.Ordinal) + 7)..html.IndexOf("</style>", StringComparison.Ordinal)];
        var selectors = style.Split('{', '}', ';').Select(part => part.Trim()).Where(part => part.Length > 0 && !part.Contains(':', StringComparison.Ordinal)).SelectMany(part => part.Split(','));
        Assert.All(selectors, selector => Assert.StartsWith(".ipytest-coverage", selector.Trim(), StringComparison.Ordinal));
        Assert.DoesNotContain("<script", html);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(4, 0)]
    public void A_few_sources_are_open_and_many_are_not(int count, int open) =>
        Assert.Equal(open, CellSources.Html(CoverageSample.Data with { Files = [.. CoverageSample.Data.Files.Take(count)] }).Split("<details open>").Length - 1);

    [Fact]
    public void The_fragment_is_sound()
    {
        using var folder = new TemporaryFolder();
        var page = folder.Write("page.html", $"<!DOCTYPE html><html><head><title>x</title></head><body>{CellSources.Html(CoverageSample.Data)}</body></html>");

        var (_, output) = OutsideTool.Run("xmllint", "--html", "--noout", page);

        // Its parser is older than these elements.
        Assert.DoesNotContain("error", string.Join('\n', output.Split('\n').Where(line => !line.Contains("Tag details invalid", StringComparison.Ordinal) && !line.Contains("Tag summary invalid", StringComparison.Ordinal))));
    }

    [Fact]
    public void Where_HTML_is_not_shown_a_line_tells_what_is_missing() => ApprovedText.Verify(CellSources.Text(CoverageSample.Data));

    [Fact]
    public void Nothing_measured_is_told() => Assert.Equal("No coverage was measured.", CellSources.Text(new CoverageData { Files = [] }));
}
