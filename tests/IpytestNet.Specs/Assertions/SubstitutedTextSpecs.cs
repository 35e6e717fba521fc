using IpytestNet.Assertions;
using IpytestNet.Assertions.Conditions;
using Xunit;
using static IpytestNet.Specs.Assertions.FailedCondition;

namespace IpytestNet.Specs.Assertions;

public sealed class SubstitutedTextSpecs
{
    private readonly FailedCondition _condition = new();

    [Fact]
    public void Constants_are_shown_by_value_or_by_the_name_they_go_by()
    {
        AssertSubstituted("DayOfWeek.Friday == DayOfWeek.Monday", Compare(_condition.Kept("day", DayOfWeek.Friday), "==", Constant("Monday", 1, "DayOfWeek.Monday")));
        AssertSubstituted("19.990 == 20.00", Compare(_condition.Kept("price", 19.990m), "==", Constant("19.99m + 0.01m", 20.00m)));
    }

    [Fact]
    public void Tuples_are_shown_element_by_element()
    {
        var left = Tuple(_condition.Kept("a", 1), _condition.Kept("b", "y"));
        var right = Tuple(Constant("1", 1), Constant("\"x\"", "x"));

        AssertSubstituted("(1, \"y\") == (1, \"x\")", Compare(left, "==", right));
    }

    [Fact]
    public void Types_are_added_where_the_texts_do_not_differ() =>
        AssertSubstituted("0.1 (float) == 0.1 (double)", Compare(_condition.Kept("f", 0.1f), "==", _condition.Kept("d", 0.1)));

    [Fact]
    public void No_types_are_added_where_the_values_are_said_to_be_equal() =>
        AssertSubstituted("255 != 255", Compare(_condition.Kept("b", (byte)255), "!=", Constant("255", 255)));

    [Fact]
    public void What_cannot_be_kept_is_shown_as_it_is_written() =>
        AssertSubstituted("1 == default", Compare(_condition.Kept("x", 1), "==", Unkept("default")));

    [Fact]
    public void Nothing_is_shown_if_a_side_is_not_known()
    {
        AssertSubstituted(null, Compare(_condition.Kept("x", 1), "==", Unkept("span[F(2)]", _condition.Kept("F(2)", 2))));
        AssertSubstituted(null, Compare(Unkept("p"), "==", Unkept("q")));
    }

    [Fact]
    public void Nothing_is_shown_that_repeats_the_source()
    {
        AssertSubstituted(null, Compare(Unkept("p"), "==", Constant("null", null)));
        AssertSubstituted(null, Not(Compare(Unkept("p"), "==", Constant("null", null))));
        AssertSubstituted("null == null", Compare(_condition.Kept("p", null), "==", Constant("null", null)));
    }

    [Fact]
    public void Nothing_is_shown_that_is_too_long() =>
        AssertSubstituted(null, Compare(_condition.Kept("s", new string('x', 100)), "==", Constant("\"\"", "")));

    [Fact]
    public void A_side_that_is_a_truth_is_shown_as_it_follows_from_the_other() =>
        AssertSubstituted("false == true", Compare(Compare(_condition.Kept("xs.Length", 3), ">", Constant("3", 3)), "==", Constant("true", true)));

    [Fact]
    public void A_negated_comparison_is_shown_with_its_negation() =>
        AssertSubstituted("!(3 == 3)", Not(Compare(_condition.Kept("x", 3), "==", Constant("3", 3))));

    [Fact]
    public void A_pattern_is_shown_behind_the_value() =>
        AssertSubstituted("42 is string s", Is(_condition.Kept("o", 42), new Pattern.OfType("string s", "string")));

    private void AssertSubstituted(string? expected, Part condition)
    {
        var evaluation = _condition.Evaluate(condition);

        Assert.Equal(expected, new SubstitutedText(new Evidence(evaluation, new Truth(evaluation), Detail.Normal)).Of(condition));
    }
}
