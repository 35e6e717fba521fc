using IpytestNet.CommandLine;
using IpytestNet.Coverage.Reports;
using Xunit;

namespace IpytestNet.Specs.Coverage.Reports;

public sealed class CoverageReportRequestSpecs
{
    [Theory]
    [InlineData("", nameof(CoverageReportKind.None), null, false)]
    [InlineData("term", nameof(CoverageReportKind.Term), null, false)]
    [InlineData("term:skip-covered", nameof(CoverageReportKind.Term), null, true)]
    [InlineData("term-missing:skip-covered", nameof(CoverageReportKind.TermMissing), null, true)]
    [InlineData("html", nameof(CoverageReportKind.Html), null, false)]
    [InlineData("html:a/b", nameof(CoverageReportKind.Html), "a/b", false)]
    [InlineData(@"xml:C:\out.xml", nameof(CoverageReportKind.Xml), @"C:\out.xml", false)]
    [InlineData("markdown-append:all.md", nameof(CoverageReportKind.MarkdownAppend), "all.md", false)]
    public void A_report_is_asked_for_by_its_kind_and_perhaps_a_place(string value, string kind, string? destination, bool skipCovered) =>
        Assert.Equal(
            new CoverageReportRequest(Enum.Parse<CoverageReportKind>(kind)) { Destination = destination, SkipCovered = skipCovered },
            CoverageReportRequest.Parse(value));

    [Theory]
    [InlineData("nope:x", "argument --cov-report: invalid choice: \"nope:x\" (choose from \"['term', 'term-missing', 'annotate', 'html', 'xml', 'json', 'markdown', 'markdown-append', 'lcov']\")")]
    [InlineData("term:x", "argument --cov-report: output specifier not supported for: \"term:x\" (choose from \"['annotate', 'html', 'xml', 'json', 'markdown', 'markdown-append', 'lcov']\")")]
    public void What_is_no_report_is_refused_as_pytest_cov_does(string value, string message) =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => CoverageReportRequest.Parse(value)).Message);

    [Theory]
    [InlineData(false, "markdown", "markdown-append:other.md")]
    [InlineData(true, "markdown", "markdown-append")]
    [InlineData(true, "markdown:a.md", "term", "markdown-append:a.md")]
    public void A_file_cannot_be_both_replaced_and_added_to(bool isRefused, params string[] values)
    {
        var error = Record.Exception(() => CoverageReportRequest.RefuseConflicts([.. values.Select(CoverageReportRequest.Parse)]));

        Assert.Equal(isRefused, error is UsageException);
    }
}
