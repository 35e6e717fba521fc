using IpytestNet.CommandLine;
using IpytestNet.Coverage;
using IpytestNet.Coverage.Reports;
using IpytestNet.Coverage.Results;
using IpytestNet.Coverage.Settings;
using Xunit;

namespace IpytestNet.Specs.Coverage.Reports;

public sealed class CoverageTableSpecs
{
    private static readonly CoverageData Sample = CoverageSample.Of("/work/src/Stack.cs");

    [Fact]
    public void The_table_is_laid_out_as_coverage_py_does()
    {
        (string Title, CoverageData Data, CoverageTableOptions Options)[] tables =
        [
            ("report", Sample, new()),
            ("report -m", Sample, new() { ShowMissing = true }),
            ("report -m --skip-covered --skip-empty --precision=2", Sample, new() { ShowMissing = true, SkipCovered = true, SkipEmpty = true, Precision = 2 }),
            ("report --sort=-miss, lines alone", CoverageSample.WithoutBranches(Sample), new() { Sort = "-miss" }),
            ("report -m --format=markdown", Sample, new() { ShowMissing = true, Format = CoverageTableFormat.Markdown }),
            ("report --format=total", Sample, new() { Format = CoverageTableFormat.Total }),
            ("nothing left", Sample with { Files = [.. Sample.Files.Where(file => file.Name.EndsWith("1]", StringComparison.Ordinal))] }, new() { SkipCovered = true }),
        ];

        ApprovedText.Verify(string.Concat(tables.Select(table => $"# {table.Title}\n{string.Join('\n', CoverageTable.Lines(table.Data, table.Options))}\n\n")));
    }

    [Theory]
    [InlineData("name", "Example.ipynb[1] Example.ipynb[3/1] In[2] In[10] src/Stack.cs")]
    [InlineData("-name", "src/Stack.cs In[10] In[2] Example.ipynb[3/1] Example.ipynb[1]")]
    [InlineData("+stmts", "Example.ipynb[1] Example.ipynb[3/1] In[2] src/Stack.cs In[10]")]
    [InlineData("-branch", "In[10] src/Stack.cs In[2] Example.ipynb[3/1] Example.ipynb[1]")]
    [InlineData("-BrPart", "In[10] src/Stack.cs In[2] Example.ipynb[3/1] Example.ipynb[1]")]
    [InlineData("cover", "In[10] src/Stack.cs In[2] Example.ipynb[1] Example.ipynb[3/1]")]
    public void Rows_are_sorted_by_any_column_and_cells_by_their_numbers(string sort, string names)
    {
        var lines = CoverageTable.Lines(Sample, new() { Sort = sort });

        Assert.Equal(names, string.Join(' ', lines.Skip(2).Take(5).Select(line => line.Split(' ')[0])));
    }

    [Theory]
    [InlineData("nope", true, "argument --sort: invalid choice: 'nope' (choose from 'name', 'stmts', 'miss', 'branch', 'brpart', 'cover')")]
    [InlineData("-branch", false, "argument --sort: invalid choice: 'branch' (choose from 'name', 'stmts', 'miss', 'cover')")]
    public void A_column_that_there_is_not_is_refused(string sort, bool hasBranches, string message)
    {
        var data = hasBranches ? Sample : CoverageSample.WithoutBranches(Sample);

        Assert.Equal(message, Assert.Throws<UsageException>(() => CoverageTable.Lines(data, new() { Sort = sort })).Message);
    }

    [Theory]
    [InlineData(0.0, 0, "0")]
    [InlineData(0.001, 0, "1")]
    [InlineData(99.99, 0, "99")]
    [InlineData(99.999, 2, "99.99")]
    [InlineData(100.0, 2, "100.00")]
    [InlineData(62.5, 0, "62")]
    [InlineData(63.5, 0, "64")]
    [InlineData(3.125, 2, "3.12")]
    [InlineData(0.15, 1, "0.1")]
    [InlineData(66.6666666, 1, "66.7")]
    public void A_percentage_is_rounded_as_Python_does_but_never_to_0_or_100(double percent, int precision, string expected) =>
        Assert.Equal(expected, Percentage.Text(percent, precision));

    [Theory]
    [InlineData("true", "4: x is never true")]
    [InlineData("null", "4: x is never null")]
    [InlineData("not null", "4: x is never anything but null")]
    [InlineData("element", "4: x never has an element")]
    [InlineData("exhausted", "4: the loop never runs to its end")]
    [InlineData("case 3", "4: case 3 of x is never entered")]
    [InlineData("no case", "4: a case of x is always entered")]
    public void A_missing_outcome_is_told_in_words(string word, string expected) =>
        Assert.Equal(expected, MissingText.Explain(new BranchOutcome(4, 0, 0) { Code = "x", Word = word }));

    [Fact]
    public void Two_conditions_of_a_line_that_miss_the_same_are_shown_once_and_an_arrow_that_was_taken_not_at_all()
    {
        var file = new FileCoverage
        {
            Name = "In[1]",
            Source = "",
            Lines = [new LineCoverage(3, 1)],
            Outcomes =
            [
                new BranchOutcome(3, 0, 0) { Word = "not null" },
                new BranchOutcome(3, 1, 0) { Word = "not null" },
                new BranchOutcome(3, 2, 1) { Word = "false", Destination = 9 },
                new BranchOutcome(3, 3, 0) { Word = "false", Destination = 9 },
            ],
        };

        Assert.Equal("3!false, 3!not-null", MissingText.Of(file));
    }

    [Fact]
    public void The_report_that_is_asked_for_adds_to_what_is_configured()
    {
        var options = CoverageReportFiles.TableOptions(CoverageReportRequest.Parse("term-missing:skip-covered"), CoverageSettings.None with { Precision = 2, SkipEmpty = true, Sort = "-cover" });

        Assert.Equal(new CoverageTableOptions { ShowMissing = true, SkipCovered = true, SkipEmpty = true, Precision = 2, Sort = "-cover" }, options);
    }
}
