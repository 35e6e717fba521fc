using IpytestNet.Assertions;
using IpytestNet.Assertions.Conditions;
using Xunit;
using static IpytestNet.Specs.Assertions.FailedCondition;

namespace IpytestNet.Specs.Assertions;

public sealed class OperandLinesSpecs
{
    private readonly FailedCondition _condition = new();

    [Fact]
    public void A_chain_within_the_deciding_operand_is_opened()
    {
        var condition = And(Equal("a", 1, 1), Or(Equal("b", 2, 3), And(Equal("c", 4, 4), Equal("d", 5, 6))), _condition.PassedOver("e"));

        AssertLines(
            """
            true           a == 1   (1 == 1)
            false          b == 3 || (c == 4 && d == 6)
              false          b == 3   (2 == 3)
              false          c == 4 && d == 6
                true           c == 4   (4 == 4)
                false          d == 6   (5 == 6)
            not evaluated  e
            """,
            condition);
    }

    [Fact]
    public void A_chain_within_an_operand_that_did_not_decide_is_not_opened() =>
        AssertLines(
            """
            true           a == 1 || b == 2
            false          c == 2   (1 == 2)
            """,
            And(Or(Equal("a", 1, 1), Equal("b", 2, 2)), Equal("c", 1, 2)));

    [Fact]
    public void A_negated_chain_is_opened() =>
        AssertLines(
            """
            true           L(true)
            not evaluated  R(false)
            """,
            Not(Or(_condition.Kept("L(true)", true), _condition.PassedOver("R(false)"))));

    [Fact]
    public void Of_a_choice_between_constants_only_the_question_has_a_line() =>
        AssertLines(
            """
            false          a == b   (1 == 2)
            """,
            Choose(Compare(_condition.Kept("a", 1), "==", _condition.Kept("b", 2)), Constant("true", true), Constant("false", false)));

    [Fact]
    public void Of_a_choice_only_what_is_known_has_a_line() =>
        AssertLines("", Choose(_condition.Kept("question", new object()), Unkept("x"), Unkept("y")));

    [Fact]
    public void A_negated_operand_shows_its_comparison() =>
        AssertLines(
            """
            true           a == 1   (1 == 1)
            false          !(b == 2)   (!(2 == 2))
            """,
            And(Equal("a", 1, 1), Not(Equal("b", 2, 2))));

    [Fact]
    public void A_long_chain_is_folded_around_the_deciding_operand()
    {
        var before = Enumerable.Range(0, 8).Select(i => Equal($"a{i}", i, i));
        var after = Enumerable.Range(0, 4).Select(i => _condition.PassedOver($"b{i}"));

        AssertLines(
            """
            ... 7 more true
            true           a7 == 7   (7 == 7)
            false          x == 2   (1 == 2)
            not evaluated  b0
            ... 3 more not evaluated
            """,
            And([.. before, Equal("x", 1, 2), .. after]));
    }

    [Fact]
    public void Of_many_operands_that_decide_as_many_are_shown_as_lines_are_allowed()
    {
        var operands = Enumerable.Range(0, 30).Select(i => Equal($"a{i}", i, -1));

        var lines = Lines(Or([.. operands]));

        Assert.Equal(13, lines.Count);
        Assert.Equal("... 18 more false", lines[^1]);
    }

    [Fact]
    public void Nothing_is_claimed_that_is_not_known() =>
        AssertLines(
            """
            evaluated      a == 2   (1 == 2)
            unknown        p == q
            unknown        r == s
            """,
            And(Equal("a", 1, 2), Compare(Unkept("p"), "==", Unkept("q")), Compare(Unkept("r"), "==", Unkept("s"))));

    private Part.Comparison Equal(string text, int value, int known) =>
        Compare(_condition.Kept(text, value), "==", Constant(known.ToString(), known));

    private void AssertLines(string expected, Part condition) => Assert.Equal(expected, string.Join('\n', Lines(condition)));

    private List<string> Lines(Part condition)
    {
        var evaluation = _condition.Evaluate(condition);
        return [.. new OperandLines(new Evidence(evaluation, new Truth(evaluation), Detail.Normal)).Of(condition)];
    }
}
