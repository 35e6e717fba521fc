using IpytestNet.Assertions;
using IpytestNet.Assertions.Conditions;
using Xunit;
using static IpytestNet.Specs.Assertions.FailedCondition;

namespace IpytestNet.Specs.Assertions;

public sealed class TruthSpecs
{
    private readonly FailedCondition _condition = new();

    [Fact]
    public void The_last_operand_that_was_reached_made_an_and_chain_false()
    {
        Part[] operands = [Reached("a"), Reached("b"), PassedOver("c"), PassedOver("d")];

        Assert.Equal("true, false, not evaluated, not evaluated", States(And(operands), operands));
    }

    [Fact]
    public void All_operands_of_an_or_chain_that_is_false_are_false()
    {
        Part[] operands = [Reached("a"), Nothing("b"), Reached("c")];

        Assert.Equal("false, false, false", States(Or(operands), operands));
    }

    [Fact]
    public void What_is_negated_is_true()
    {
        Part[] operands = [Reached("a"), Reached("b"), PassedOver("c")];

        Assert.Equal("false, true, not evaluated", States(Not(Or(operands)), operands));
    }

    [Fact]
    public void All_operands_of_an_and_chain_that_is_true_are_true()
    {
        Part[] operands = [Reached("a"), Nothing("b")];

        Assert.Equal("true, true", States(Not(And(operands)), operands));
    }

    [Fact]
    public void A_chain_within_a_chain_is_told_from_the_operand_that_decided()
    {
        Part[] inner = [Reached("b"), Reached("c")];
        Part[] outer = [Reached("a"), Or(inner), PassedOver("d")];

        Assert.Equal("true, false, not evaluated, false, false", States(And(outer), [.. outer, .. inner]));
    }

    [Fact]
    public void An_operand_in_which_nothing_is_kept_was_reached_if_a_later_one_was()
    {
        Part[] operands = [Nothing("p"), Reached("a"), PassedOver("b")];

        Assert.Equal("true, false, not evaluated", States(And(operands), operands));
    }

    [Fact]
    public void Nothing_is_claimed_of_operands_that_may_have_been_the_last()
    {
        Part[] operands = [Reached("a"), Nothing("p"), Nothing("q"), PassedOver("b")];

        Assert.Equal("evaluated, unknown, unknown, not evaluated", States(And(operands), operands));
    }

    [Fact]
    public void A_truth_that_was_kept_tells_whether_the_chain_went_on()
    {
        Part[] operands = [_condition.Kept("a", true), Nothing("p"), PassedOver("b")];

        Assert.Equal("true, false, not evaluated", States(And(operands), operands));
    }

    [Fact]
    public void A_truth_that_was_kept_tells_that_the_chain_ended()
    {
        Part[] operands = [_condition.Kept("a", false), Nothing("p")];

        Assert.Equal("false, not evaluated", States(And(operands), operands));
    }

    [Fact]
    public void A_side_of_an_equality_is_told_from_the_other_side()
    {
        var side = Reached("a");

        Assert.Equal("false", States(Compare(side, "==", Constant("true", true)), side));
        Assert.Equal("true", States(Compare(Constant("true", true), "!=", side), side));
    }

    [Fact]
    public void A_call_is_not_told_from_the_other_side_since_it_can_be_null()
    {
        var call = Unkept("xs?.Any()", _condition.Kept("xs", null));

        Assert.Equal("evaluated", States(Compare(call, "==", Constant("true", true)), call));
    }

    [Fact]
    public void Nothing_is_claimed_of_the_chain_of_an_arm_that_was_not_chosen()
    {
        Part[] operands = [PassedOver("a"), PassedOver("b")];
        var condition = Unkept("c ? a && b : d", _condition.Kept("c", false), And(operands), _condition.Kept("d", false));

        Assert.Equal("not evaluated, not evaluated, not evaluated", States(condition, [condition.Parts[1], .. operands]));
    }

    private Part.Comparison Reached(string text) => Compare(_condition.Kept(text, 1), ">", Constant("0", 0));

    private Part.Comparison PassedOver(string text) => Compare(_condition.PassedOver(text), ">", Constant("0", 0));

    private static Part.Comparison Nothing(string text) => Compare(Unkept(text), ">", Unkept("0"));

    private string States(Part condition, params IEnumerable<Part> parts)
    {
        var truth = new Truth(_condition.Evaluate(condition));
        return string.Join(", ", parts.Select(part => truth.StateOf(part) switch
        {
            OperandState.NotEvaluated => "not evaluated",
            var state => state.ToString().ToLowerInvariant(),
        }));
    }
}
