using IpytestNet.Assertions;
using IpytestNet.Assertions.Conditions;
using Xunit;
using static IpytestNet.Specs.Assertions.FailedCondition;

namespace IpytestNet.Specs.Assertions;

public sealed class MatchFindingSpecs
{
    private static readonly Pattern Below18 = new Pattern.Relational("< 18", "<", 18);
    private static readonly Pattern Ann = new Pattern.Constant("\"Ann\"", "Ann");
    private static readonly Pattern User = new Pattern.Unknown("{ Initial: 'A' }");

    private readonly FailedCondition _condition = new();

    [Fact]
    public void The_member_that_does_not_match_is_named() =>
        AssertFound("Age: 30 is not < 18", new Person("Ann", 30), Members("Person", ("Age", Below18), ("Name", Ann)));

    [Fact]
    public void All_members_that_do_not_match_are_named() =>
        AssertFound("Age: 30 is not < 18\nName: \"Bob\" is not \"Ann\"", new Person("Bob", 30), Members(null, ("Age", Below18), ("Name", Ann)));

    [Fact]
    public void A_value_of_another_type_is_told() =>
        AssertFound("o: 42 is int, not string", 42, new Pattern.OfType("string s", "string"));

    [Fact]
    public void A_value_of_another_type_than_that_with_the_members_is_told() =>
        AssertFound("o: \"x\" is string, not Person", "x", Members("Person", ("Age", Below18)));

    [Fact]
    public void A_type_whose_name_tells_nothing_is_blamed_only_if_nothing_else_is_left()
    {
        AssertFound("o: [1] is List<int>, not IEnumerable<object>", new List<int> { 1 }, new Pattern.OfType("IEnumerable<object>", "IEnumerable<object>"));
        AssertFound("", new List<int> { 1 }, Members("IEnumerable<object>", ("Sum", new Pattern.Constant("2", 2))));
    }

    [Fact]
    public void A_wrong_number_of_elements_is_told()
    {
        var three = new Pattern.List("[_, _, _]", [Anything, Anything, Anything], Slice: null);

        AssertFound("Items: [1, 2] has 2 elements, not 3", new Cart([1, 2]), Members(null, ("Items", three)));
        AssertFound("o: [1] has 1 element, not at least 3", new List<int> { 1 }, new Pattern.List("[_, .., _, _]", three.Elements, Slice: 1));
    }

    [Fact]
    public void The_element_that_does_not_match_is_named() =>
        AssertFound("[0]: 1 is not 2", new List<int> { 1, 5 }, new Pattern.List("[2, .. var rest]", [Number(2)], Slice: 1));

    [Fact]
    public void An_element_behind_a_slice_is_named_by_its_index() =>
        AssertFound("[3]: 4 is not 9", new List<int> { 1, 2, 3, 4 }, new Pattern.List("[1, .., 9]", [Number(1), Number(9)], Slice: 1));

    [Fact]
    public void A_nested_part_is_named_by_its_path()
    {
        var cities = new Pattern.List("[{ Name: \"Ann\" }]", [Members(null, ("Name", Ann))], Slice: null);

        AssertFound("Members[0].Name: \"Bob\" is not \"Ann\"", new Club([new Person("Bob", 3)]), Members(null, ("Members", cities)));
        AssertFound("Owner.Name: \"Bob\" is not \"Ann\"", new Shop(new Person("Bob", 3)), Members(null, ("Owner.Name", Ann)));
    }

    [Fact]
    public void A_path_that_ends_at_null_is_told() =>
        AssertFound("Owner: null is not { Name: \"Ann\" }", new Shop(null), Members(null, ("Owner.Name", Ann)));

    [Fact]
    public void The_parts_of_tuples_and_records_are_named()
    {
        AssertFound("Item2: 3 is not 2", (1, 3), new Pattern.Positional("(1, 2)", [Number(1), Number(2)]));
        AssertFound("Age: 30 is not < 18", new Person("Ann", 30), new Pattern.Positional("(_, < 18)", [Anything, Below18]));
    }

    [Fact]
    public void Of_patterns_joined_by_and_the_one_that_does_not_match_is_named()
    {
        AssertFound("o: 3 is not > 5", 3, new Pattern.And("> 5 and var big", new Pattern.Relational("> 5", ">", 5), Anything));
        AssertFound("o: 3 is 3", 3, new Pattern.And("> 2 and not 3", new Pattern.Relational("> 2", ">", 2), new Pattern.Not("not 3", Number(3))));
    }

    [Fact]
    public void What_the_substituted_comparison_says_is_not_said_again()
    {
        AssertFound("", 3, Number(4));
        AssertFound("", "x", new Pattern.Or("null or \"\"", new Pattern.Constant("null", Known: null), new Pattern.Constant("\"\"", "")));
        AssertFound("", null, new Pattern.OfType("string", "string"));
    }

    [Fact]
    public void What_only_the_users_code_could_try_is_blamed_if_nothing_else_is_left()
    {
        AssertFound("Name: \"Bob\" is not { Initial: 'A' }", new Person("Bob", 30), Members(null, ("Age", Anything), ("Name", User)));
        AssertFound("", new Person("Bob", 30), Members(null, ("Age", User), ("Name", User)));
    }

    [Fact]
    public void A_computed_property_is_not_read() =>
        AssertFound("", new Trap(), Members(null, ("Value", Number(1))));

    [Fact]
    public void The_properties_of_values_of_the_framework_are_read() =>
        AssertFound("Date.Year: 2024 is not 2023", new Event(new DateTime(2024, 1, 1)), Members(null, ("Date.Year", Number(2023))));

    private static Pattern Anything { get; } = new Pattern.Anything("_");

    private static Pattern.Constant Number(int number) => new(number.ToString(), number);

    private static Pattern.Properties Members(string? type, params (string Path, Pattern Pattern)[] members) =>
        new($"{type} {{ {string.Join(", ", members.Select(member => $"{member.Path}: {member.Pattern.Text}"))} }}".TrimStart(), type, members);

    private void AssertFound(string expected, object? value, Pattern pattern)
    {
        var condition = Is(_condition.Kept("o", value), pattern);
        var evaluation = _condition.Evaluate(condition);

        Assert.Equal(expected, string.Join('\n', MatchFinding.Of(condition, new Evidence(evaluation, new Truth(evaluation), Detail.Normal)).Lines));
    }

    private sealed record Person(string Name, int Age);

    private sealed record Cart(List<int> Items);

    private sealed record Club(Person[] Members);

    private sealed record Shop(Person? Owner);

    private sealed record Event(DateTime Date);

    private sealed class Trap
    {
        public int Value => throw new InvalidOperationException("A getter of the user's was called.");
    }
}
