using IpytestNet.Assertions;
using IpytestNet.Assertions.Conditions;
using Xunit;

namespace IpytestNet.Specs.Assertions;

public sealed class PatternTrialSpecs
{
    public static TheoryData<object?, object?, bool?> Constants => new()
    {
        { 1, 1, true },
        { 1, 2, false },
        { null, null, true },
        { null, 1, false },
        { "a", "a", true },
        { "a", 1, false },
        { double.NaN, double.NaN, true },
        { DayOfWeek.Monday, 1, true },
        { DayOfWeek.Monday, 2, false },
        { 1L, 1, null },
        { 1L, 2, false },
    };

    [Theory]
    [MemberData(nameof(Constants))]
    public void A_constant_is_compared(object? value, object? known, bool? expected) =>
        Assert.Equal(expected, PatternTrial.Matches(value, new Pattern.Constant("", known)));

    public static TheoryData<object?, string, object, bool?> Relations => new()
    {
        { 5, ">", 3, true },
        { 3, ">", 3, false },
        { 3, ">=", 3, true },
        { 3, "<=", 2, false },
        { 2.5, "<", 3.0, true },
        { 2.5m, "<", 3m, true },
        { 'b', ">=", 'a', true },
        { double.NaN, "<", 3.0, false },
        { null, "<", 3, false },
        { "x", "<", 3, false },
        { 5L, ">", 3, null },
        { DayOfWeek.Friday, ">", 1, true },
    };

    [Theory]
    [MemberData(nameof(Relations))]
    public void A_relation_is_tried(object? value, string comparison, object known, bool? expected) =>
        Assert.Equal(expected, PatternTrial.Matches(value, new Pattern.Relational("", comparison, known)));

    public static TheoryData<object?, string, bool?> Types => new()
    {
        { "a", "string", true },
        { "a", "object", true },
        { "a", "IComparable", true },
        { "a", "int", false },
        { null, "string", false },
        { new FileNotFoundException(), "IOException", true },
        { new FileNotFoundException(), "System.IO.IOException", true },
        { new List<int>(), "List<int>", true },
        { new List<string>(), "IEnumerable<object>", null },
        { new string[1], "object[]", null },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void A_type_is_told_by_its_name(object? value, string type, bool? expected) =>
        Assert.Equal(expected, PatternTrial.Matches(value, new Pattern.OfType("", type)));

    [Fact]
    public void What_is_not_known_spreads_only_as_far_as_it_matters()
    {
        Pattern unknown = new Pattern.Unknown("");
        Pattern one = new Pattern.Constant("1", 1);

        Assert.Null(PatternTrial.Matches(1, unknown));
        Assert.Null(PatternTrial.Matches(1, new Pattern.And("", one, unknown)));
        Assert.False(PatternTrial.Matches(2, new Pattern.And("", one, unknown)));
        Assert.True(PatternTrial.Matches(1, new Pattern.Or("", unknown, one)));
        Assert.Null(PatternTrial.Matches(2, new Pattern.Not("", new Pattern.Or("", unknown, one))));
    }

    [Fact]
    public void An_element_of_a_list_is_found_from_either_end()
    {
        Pattern.Constant one = new("1", 1);
        Pattern.Constant three = new("3", 3);

        Assert.True(PatternTrial.Matches(new List<int> { 1, 2, 3 }, new Pattern.List("[1, .., 3]", [one, three], Slice: 1)));
        Assert.False(PatternTrial.Matches(new List<int> { 1, 2, 3 }, new Pattern.List("[1, 3]", [one, three], Slice: null)));
        Assert.True(PatternTrial.Matches("ab", new Pattern.List("['a', ..]", [new Pattern.Constant("'a'", 'a')], Slice: 1)));
        Assert.False(PatternTrial.Matches(null, new Pattern.List("[..]", [], Slice: 0)));
    }
}
