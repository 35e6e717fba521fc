using IpytestNet.Assertions;
using IpytestNet.Assertions.Conditions;
using Xunit;
using static IpytestNet.Specs.Assertions.FailedCondition;

namespace IpytestNet.Specs.Assertions;

public sealed class ConditionNoteSpecs
{
    private readonly FailedCondition _condition = new();
    private readonly Exception _exception = new InvalidOperationException("boom");

    [Fact]
    public void It_names_what_had_been_evaluated()
    {
        Attach(Compare(_condition.PassedOver("s.Length", _condition.Kept("s", null)), "==", Constant("1", 1)));

        AssertNote(
            """
            while evaluating: Assert(s.Length == 1)
              evaluated so far: s = null
            """);
    }

    [Fact]
    public void Short_values_stand_on_one_line()
    {
        Attach(Compare(_condition.PassedOver("a / z", _condition.Kept("a", 1), _condition.Kept("z", 0)), "==", Constant("1", 1)));

        AssertNote(
            """
            while evaluating: Assert(a / z == 1)
              evaluated so far: a = 1, z = 0
            """);
    }

    [Fact]
    public void Long_values_stand_on_lines_of_their_own()
    {
        Attach(_condition.PassedOver("F(a, b)", _condition.Kept("a", new string('a', 60)), _condition.Kept("b", new string('b', 60))));

        AssertNote(
            $"""
            while evaluating: Assert(F(a, b))
              evaluated so far: a = "{new string('a', 60)}"
                                b = "{new string('b', 60)}"
            """);
    }

    [Fact]
    public void If_nothing_had_been_evaluated_only_the_condition_is_named()
    {
        Attach(Compare(_condition.PassedOver("Boom()"), "==", Constant("1", 1)));

        AssertNote("while evaluating: Assert(Boom() == 1)");
    }

    [Fact]
    public void The_innermost_condition_counts()
    {
        Attach(_condition.PassedOver("Inner()"));
        Attach(_condition.PassedOver("Outer()"));

        AssertNote("while evaluating: Assert(Inner())");
    }

    [Fact]
    public void An_exception_that_left_no_condition_has_none() => Assert.Null(ConditionNote.Of(_exception));

    private void Attach(Part condition) => ConditionNote.Attach(_exception, _condition.Evaluate(condition));

    private void AssertNote(string expected) => Assert.Equal(expected, ConditionNote.Of(_exception));
}
