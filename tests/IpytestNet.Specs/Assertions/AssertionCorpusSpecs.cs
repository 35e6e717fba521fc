using System.Text.RegularExpressions;
using Xunit;

namespace IpytestNet.Specs.Assertions;

/// <summary>Every assertion of the corpus, through the real engine.</summary>
public sealed class AssertionCorpusSpecs
{
    public static IEnumerable<TheoryDataRow<string>> All => Corpus.Rows(_ => true);

    public static IEnumerable<TheoryDataRow<string>> Failing => Corpus.Rows(found => found.IsFailing);

    public static IEnumerable<TheoryDataRow<string>> OverLines => Corpus.Rows(found => found.Variants.Contains(CorpusVariant.OverLines));

    public static IEnumerable<TheoryDataRow<string>> Erring => Corpus.Rows(found => found.IsErring);

    public static IEnumerable<TheoryDataRow<string>> WithMore => Corpus.Rows(found => found.Bonus.Count > 0);

    public static IEnumerable<TheoryDataRow<string>> Compared => Corpus.Rows(found => found.IsCompared);

    public static IEnumerable<TheoryDataRow<string>> ComparedMadeTrue => Corpus.Rows(found => found.IsCompared && found.MadeTrue is not null);

    public static IEnumerable<TheoryDataRow<string>> MadeTrue => Corpus.Rows(found => found.MadeTrue is not null);

    [Theory]
    [MemberData(nameof(All))]
    public void A_case_ends_as_it_does_in_plain_CSharp(string id)
    {
        var found = Corpus.Get(id);

        EndsAsTold(found, CorpusRun.Of(found));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_code_that_is_generated_for_a_case_compiles(string id) =>
        Assert.Empty(CorpusRun.Of(Corpus.Get(id)).Defects);

    [Theory]
    [MemberData(nameof(Failing))]
    public void A_failure_begins_with_its_condition_on_one_line(string id)
    {
        var found = Corpus.Get(id);

        var message = CorpusRun.Of(found).Message;

        Assert.StartsWith($"{found.Headline}\n", $"{message}\n", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Erring))]
    public void A_failure_explains_itself(string id)
    {
        var found = Corpus.Get(id);

        var told = CorpusRun.Of(found).Told;

        Assert.All(found.Expected, expected => Contains(expected, told));
        Assert.All(found.MustNot, unwanted => Assert.DoesNotContain(unwanted, told, StringComparison.Ordinal));
        Assert.All(found.Where, part => HasLine(part.Key, part.Value, told));
    }

    [Theory]
    [MemberData(nameof(WithMore))]
    public void What_a_condition_did_before_it_failed_is_told(string id)
    {
        var found = Corpus.Get(id);

        var told = CorpusRun.Of(found).Told;

        Assert.All(found.Bonus, expected => Contains(expected, told));
    }

    [Theory]
    [MemberData(nameof(Failing))]
    public void A_failure_names_the_line_of_its_assertion(string id)
    {
        var found = Corpus.Get(id);

        BeginsAt(found.Lines, CorpusRun.Of(found));
    }

    [Theory]
    [MemberData(nameof(OverLines))]
    public void A_failure_names_the_line_of_its_assertion_amid_other_lines(string id)
    {
        var found = Corpus.Get(id);

        BeginsAt(found.OverLines.Lines, CorpusRun.Of(found, CorpusVariant.OverLines));
    }

    [Theory]
    [MemberData(nameof(Compared))]
    public void Without_rewriting_a_case_differs_in_its_message_only(string id)
    {
        var found = Corpus.Get(id);

        var run = CorpusRun.Of(found, CorpusVariant.Plain);

        EndsAsTold(found, run);
        if (found.IsFailing)
            Assert.Equal(found.Headline, run.Message);
    }

    [Theory]
    [MemberData(nameof(MadeTrue))]
    public void A_condition_that_is_made_true_passes(string id)
    {
        var run = CorpusRun.Of(Corpus.Get(id), CorpusVariant.MadeTrue);

        Assert.Equal("", run.Seen.ErrorShown);
        Assert.Empty(run.Defects);
    }

    [Theory]
    [MemberData(nameof(ComparedMadeTrue))]
    public void A_condition_that_is_made_true_does_what_it_does_without_rewriting(string id)
    {
        var found = Corpus.Get(id);

        var plain = CorpusRun.Of(found, CorpusVariant.PlainMadeTrue);

        Assert.Equal("", plain.Seen.ErrorShown);
        Assert.Equal(plain.SideEffect, CorpusRun.Of(found, CorpusVariant.MadeTrue).SideEffect);
    }

    [Theory]
    [MemberData(nameof(Erring))]
    public void Each_condition_that_does_not_hold_has_one_that_does(string id) => Assert.NotNull(Corpus.Get(id).MadeTrue);

    private static void EndsAsTold(CorpusCase found, CorpusRun run)
    {
        Assert.True(found.EndsWith == run.EndedBy, $"The cell should end with {found.EndsWith ?? "no exception"}:\n{run.Seen.ErrorShown}");
        Assert.Equal(found.SideEffects?.Value.GetRawText(), run.SideEffect);
    }

    // The texts are cut by xUnit, and what is wrong is seen from all that is told.
    private static void Contains(string expected, string told) =>
        Assert.True(told.Contains(expected, StringComparison.Ordinal), $"'{expected}' should be told:\n{told}");

    private static void HasLine(string part, string value, string told)
    {
        var line = $@"(?m)^ +(where +)?{Regex.Escape(part)} = {Regex.Escape(value)}$";
        Assert.True(Regex.IsMatch(told, line), $"'{part} = {value}' should be a line:\n{told}");
    }

    private static void BeginsAt(IEnumerable<int> lines, CorpusRun run)
    {
        Assert.NotEmpty(run.Frames);
        Assert.Matches($@" in In\[2\]:line ({string.Join('|', lines)})$", run.Frames[0]);
    }
}
