using IpytestNet.Coverage.Results;
using Xunit;

namespace IpytestNet.Specs.Coverage.Results;

public sealed class CoverageMergeSpecs
{
    [Fact]
    public void Hits_add_up_and_contexts_unite()
    {
        var merged = CoverageMerge.Of([Data("x", 1, "a"), Data("x", 0, "b"), Data("x", 2, "a")]);

        var line = Assert.Single(Assert.Single(merged.Files).Lines);
        Assert.Equal(3, line.Hits);
        Assert.Equal(["a", "b"], line.Contexts);
        Assert.Equal([3, 0], merged.Files[0].Outcomes.Select(outcome => outcome.Hits));
    }

    [Fact]
    public void Of_a_source_that_has_changed_the_later_one_stays()
    {
        var merged = CoverageMerge.Of([Data("x", 5, "a"), Data("y", 1, "b")]);

        var file = Assert.Single(merged.Files);
        Assert.Equal(("y", 1), (file.Source, file.Lines[0].Hits));
    }

    [Fact]
    public void Branches_are_known_only_if_all_have_measured_them()
    {
        var merged = CoverageMerge.Of([Data("x", 1, "a"), Data("x", 1, "a") with { HasBranches = false }]);

        Assert.False(merged.HasBranches);
        Assert.Empty(merged.Files[0].Outcomes);
    }

    private static CoverageData Data(string source, long hits, string context) => new()
    {
        HasBranches = true,
        Files =
        [
            new FileCoverage
            {
                Name = "In[1]",
                Source = source,
                Lines = [new LineCoverage(1, hits) { Contexts = [context] }],
                Outcomes = [new BranchOutcome(1, 0, hits) { Word = "true" }, new BranchOutcome(1, 0, 0) { Word = "false" }],
            },
        ],
    };
}
