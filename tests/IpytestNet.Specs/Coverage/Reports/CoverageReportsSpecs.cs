using IpytestNet.Coverage;
using IpytestNet.Coverage.Reports;
using IpytestNet.Coverage.Results;
using IpytestNet.Coverage.Settings;
using IpytestNet.Specs.Documents;
using IpytestNet.Specs.Reports;
using Xunit;

namespace IpytestNet.Specs.Coverage.Reports;

public sealed class CoverageReportsSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CoverageData _sample;

    public CoverageReportsSpecs() => _sample = CoverageSample.In(_folder.Root);

    [Theory]
    [InlineData("xml", "Coverage XML written to file coverage.xml", "coverage.xml coverage-cells")]
    [InlineData("xml:a/b/out.xml", "Coverage XML written to file a/b/out.xml", "a")]
    [InlineData("json", "Coverage JSON written to file coverage.json", "coverage.json")]
    [InlineData("lcov", "Coverage LCOV written to file coverage.lcov", "coverage.lcov coverage-cells")]
    [InlineData("markdown", "Coverage Markdown information written to file coverage.md", "coverage.md")]
    [InlineData("markdown-append", "Coverage Markdown information appended to file coverage.md", "coverage.md")]
    [InlineData("html", "Coverage HTML written to dir htmlcov", "htmlcov")]
    [InlineData("annotate:out", "Coverage annotated source written to dir out", "out")]
    [InlineData("annotate", "Coverage annotated source written next to source", "Example.ipynb[1],cover Example.ipynb[3_1],cover In[10],cover In[2],cover")]
    public void A_report_goes_to_its_place_and_a_line_says_so(string request, string message, string made)
    {
        Assert.Equal(message, Write(request));

        var names = Directory.GetFileSystemEntries(_folder.Root).Select(Path.GetFileName).Where(name => name is not "src");
        Assert.Equal(made.Split(' ').Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("xml", "Coverage XML written to file x.xml")]
    [InlineData("json", "Coverage JSON written to file j.json")]
    [InlineData("lcov", "Coverage LCOV written to file l.info")]
    public void The_configuration_says_where_reports_go(string request, string message)
    {
        var settings = CoverageSettings.None with { XmlOutput = "x.xml", JsonOutput = "j.json", LcovOutput = "l.info" };

        Assert.Equal(message, CoverageReportFiles.Write(CoverageReportRequest.Parse(request), _sample, settings, _folder.Root, new FixedTime()));
    }

    [Theory]
    [InlineData("json", "coverage.json")]
    [InlineData("xml", "coverage.xml")]
    [InlineData("lcov", "coverage.lcov")]
    public void Each_format_has_its_shape(string request, string file)
    {
        // Indented JSON has a line for each number.
        var data = request is "json" ? _sample with { Files = [.. _sample.Files.Where(file => file.Name is "src/Stack.cs")] } : _sample;

        CoverageReportFiles.Write(CoverageReportRequest.Parse(request), data, CoverageSettings.None with { JsonPrettyPrint = true }, _folder.Root, new FixedTime());

        var text = File.ReadAllText(_folder.PathOf(file)).Replace(_folder.Root, "/root", StringComparison.Ordinal).Replace(Ipytest.Version, "0.0.0", StringComparison.Ordinal);
        ApprovedText.Verify(text, $"{nameof(Each_format_has_its_shape)}.{request}");
    }

    [Fact]
    public void An_annotated_source_has_a_sign_before_each_line_and_says_what_is_missing_of_those_that_ran()
    {
        Write("annotate");

        ApprovedText.Verify(File.ReadAllText(_folder.PathOf("In[10],cover")) + "\n\n" + File.ReadAllText(_folder.PathOf("src/Stack.cs,cover")));
    }

    [Fact]
    public void Markdown_is_added_to_what_a_file_has()
    {
        _folder.Write("all.md", "# Coverage\n");

        Write("markdown-append:all.md");

        Assert.StartsWith("# Coverage\n| Name ", File.ReadAllText(_folder.PathOf("all.md")));
    }

    [Fact]
    public void Without_data_there_is_no_report() =>
        Assert.Equal("No data to report.", Assert.Throws<CoverageReportException>(() => Write("xml", _sample with { Files = [] })).Message);

    [Theory]
    [InlineData("xml:src/Stack.cs/out.xml", "cannot write the coverage report to 'src/Stack.cs/out.xml': ")]
    [InlineData("json:src", "cannot write the coverage report to 'src': it is a folder, and a file was expected. Name a place that can be written")]
    public void A_place_that_cannot_be_written_is_told(string request, string message) =>
        Assert.StartsWith(message, Assert.Throws<CoverageReportException>(() => Write(request)).Message);

    public void Dispose() => _folder.Dispose();

    private string Write(string request, CoverageData? data = null) =>
        CoverageReportFiles.Write(CoverageReportRequest.Parse(request), data ?? _sample, CoverageSettings.None, _folder.Root, new FixedTime());
}
