using IpytestNet.Assertions.Conditions;
using Xunit;
using static IpytestNet.Specs.Assertions.FailedCondition;

namespace IpytestNet.Specs.Assertions;

public sealed class WhereLinesSpecs
{
    private readonly FailedCondition _condition = new();

    [Fact]
    public void What_was_passed_over_has_no_line() =>
        AssertWhere(
            """
              where F() = 1
                    x = 0
            """,
            Compare(_condition.Kept("F()", 1, _condition.Kept("x", 0), _condition.PassedOver("y")), "==", Constant("2", 2)));

    [Fact]
    public void A_part_is_named_once() =>
        AssertWhere(
            """
              where x = 1
            """,
            Compare(_condition.Kept("x", 1), "!=", _condition.Kept("x", 1)));

    [Fact]
    public void A_part_that_had_two_values_is_named_with_both() =>
        AssertWhere(
            """
              where q.Dequeue() = 1
                    q.Dequeue() = 2
            """,
            Compare(_condition.Kept("q.Dequeue()", 1), "==", _condition.Kept("q.Dequeue()", 2)));

    [Fact]
    public void A_call_that_is_an_operand_is_named_with_its_truth() =>
        AssertWhere(
            """
              where L(false) = false
            """,
            And(_condition.Kept("L(false)", false), _condition.PassedOver("R(true)")));

    [Fact]
    public void A_call_that_is_negated_is_named_with_its_truth()
    {
        var any = _condition.WithTruth(true, Ask("list.Any()", Asked.Any, _condition.Kept("list", new List<int> { 7 })));

        AssertWhere(
            """
              where list.Any() = true
                    list = [7]
            """,
            Not(any));
    }

    [Fact]
    public void What_binds_loosely_stands_in_brackets() =>
        AssertWhere(
            """
              where (x = 2) = 2
            """,
            Compare(_condition.Kept("x = 2", 2) with { BindsLoosely = true }, "==", Constant("3", 3)));

    [Fact]
    public void A_comparison_with_a_line_of_its_own_is_not_named_again() =>
        AssertWhere(
            """
              where x = 1
            """,
            And(_condition.WithTruth(true, Compare(Unkept("p"), "==", Constant("null", null))), Compare(_condition.Kept("x", 1), "==", Constant("2", 2))));

    [Fact]
    public void A_question_with_a_line_of_its_own_is_not_named_again()
    {
        var xs = _condition.Kept("xs", new List<int> { 1 });

        AssertWhere(
            """
              where xs = [1]
            """,
            And(_condition.WithTruth(false, Ask("xs.Contains(2)", Asked.Contains, xs, Constant("2", 2))), _condition.PassedOver("y")));
    }

    [Fact]
    public void What_its_name_says_is_not_named_again() =>
        AssertWhere(
            """
              where xs = [1]
            """,
            Ask(
                "xs.Contains(x, comparer)",
                Asked.Contains,
                _condition.Kept("xs", new List<int> { 1 }),
                Constant("2", 2),
                _condition.Kept("StringComparer.Ordinal", StringComparer.Ordinal),
                _condition.Kept("isOdd", (Func<int, bool>)(n => n % 2 == 1))));

    [Fact]
    public void The_values_for_which_there_is_no_room_are_counted()
    {
        var parts = Enumerable.Range(0, 15).Select(i => _condition.Kept($"x{i}", i)).ToArray();

        var lines = Lines(Compare(Unkept("Sum()", parts), "==", Constant("1", 1)));

        Assert.Equal(13, lines.Count);
        Assert.Equal("        x11 = 11", lines[^2]);
        Assert.Equal("        ... 3 more", lines[^1]);
    }

    private void AssertWhere(string expected, Part condition) => Assert.Equal(expected, string.Join('\n', Lines(condition)));

    private List<string> Lines(Part condition) =>
        [.. _condition.Explain(condition).Split('\n').SkipWhile(line => !line.StartsWith("  where ", StringComparison.Ordinal))];
}
