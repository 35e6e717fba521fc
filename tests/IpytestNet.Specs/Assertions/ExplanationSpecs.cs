using IpytestNet.Assertions.Conditions;
using Xunit;
using static IpytestNet.Specs.Assertions.FailedCondition;

namespace IpytestNet.Specs.Assertions;

/// <summary>Whole messages; first those that were agreed on as examples of the format.</summary>
public sealed class ExplanationSpecs : IDisposable
{
    // The types of a cell are not nested.
    private const string OwnNesting = $"{nameof(ExplanationSpecs)}.";

    private readonly FailedCondition _condition = new();

    [Fact]
    public void A_comparison_of_a_call()
    {
        var add = _condition.Kept("Add(x, 2)", 3, _condition.Kept("x", 1), Constant("2", 2));

        AssertExplained(
            """
            Assertion failed: Add(x, 2) == 4
              3 == 4
              where Add(x, 2) = 3
                    x = 1
            """,
            Compare(add, "==", Constant("4", 4)));
    }

    [Fact]
    public void A_chain_with_a_message()
    {
        var order = new Order(new Cust(new Addr("Oslo"), "Ann"), [3, 4]);
        var lines = _condition.Kept("order.Lines", order.Lines, _condition.Kept("order", order));
        var customer = _condition.Kept("order.Customer", order.Customer, _condition.Kept("order", order));
        var city = _condition.Kept("order.Customer.Address.City", "Oslo", _condition.Kept("order.Customer.Address", order.Customer.Address, customer));

        AssertExplained(
            """
            Assertion failed: order.Lines.Length == 2 && order.Customer.Address.City == "Rome" && order.Total > 5
              wrong order
              true           order.Lines.Length == 2   (2 == 2)
              false          order.Customer.Address.City == "Rome"   ("Oslo" == "Rome")
              not evaluated  order.Total > 5
              strings differ at position 0
                left:  "Oslo"
                right: "Rome"
                        ^
              where order.Customer.Address.City = "Oslo"
                    order.Customer.Address = Addr { City = "Oslo" }
                    order.Customer = Cust { Address = Addr { City = "Oslo" }, Name = "Ann" }
                    order = Order { Customer = Cust { Address = Addr { City = "Oslo" }, Name = "Ann" }, Lines = [3, 4] }
                    order.Lines.Length = 2
                    order.Lines = [3, 4]
            """,
            And(
                Compare(_condition.Kept("order.Lines.Length", 2, lines), "==", Constant("2", 2)),
                Compare(city, "==", Constant("\"Rome\"", "Rome")),
                Compare(_condition.PassedOver("order.Total", _condition.PassedOver("order")), ">", Constant("5", 5))),
            "wrong order");
    }

    [Fact]
    public void Long_strings()
    {
        const string actual = "The quick brown fox jumps over the lazy dog and then keeps running";
        const string expected = "The quick brown fox jumps over the lazy cat and then keeps running";

        AssertExplained(
            """
            Assertion failed: actual == expected
              strings differ at position 40
                left:  ..."jumps over the lazy dog and then keeps running"
                right: ..."jumps over the lazy cat and then keeps running"
                                               ^
              where actual = "The quick brown fox jumps over the lazy dog and then keeps running"
                    expected = "The quick brown fox jumps over the lazy cat and then keeps running"
            """,
            Compare(_condition.Kept("actual", actual), "==", _condition.Kept("expected", expected)));
    }

    [Fact]
    public void Strings_of_several_lines()
    {
        const string json = "{\n  \"id\": 1,\n  \"tags\": [\n    \"a\"\n  ]\n}";
        const string want = "{\n  \"id\": 1,\n  \"tags\": [\n    \"b\"\n  ]\n}";

        AssertExplained(
            """
            Assertion failed: json == want
              strings differ at position 30 (line 4, column 6)
                  ... 2 equal lines
                    "tags": [
                -     "a"
                +     "b"
                    ]
                  (- left, + right)
              where json = "{\n  \"id\": 1,\n  \"tags\": [\n    \"a\"\n  ]\n}"
                    want = "{\n  \"id\": 1,\n  \"tags\": [\n    \"b\"\n  ]\n}"
            """,
            Compare(_condition.Kept("json", json), "==", _condition.Kept("want", want)));
    }

    [Fact]
    public void Sequences()
    {
        var squares = Enumerable.Range(0, 100).Select(i => i * i).ToArray();
        var wanted = Enumerable.Range(0, 99).Select(i => i == 42 ? 0 : i * i).ToList();

        AssertExplained(
            """
            Assertion failed: squares.SequenceEqual(wanted)
              first difference at index 42: 1764 != 0
              only in left, from index 99: 9801
              where squares = [0, 1, 4, 9, 16, 25, 36, 49, 64, 81, ... 90 more]
                    wanted = [0, 1, 4, 9, 16, 25, 36, 49, 64, 81, ... 89 more]
            """,
            Ask("squares.SequenceEqual(wanted)", Asked.SequenceEqual, _condition.Kept("squares", squares), _condition.Kept("wanted", wanted)));
    }

    [Fact]
    public void Dictionaries()
    {
        var d1 = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2, ["c"] = 3 };
        var d2 = new Dictionary<string, int> { ["a"] = 1, ["b"] = 20, ["d"] = 4 };

        AssertExplained(
            """
            Assertion failed: d1 == d2
              { ["a"] = 1, ["b"] = 2, ["c"] = 3 } == { ["a"] = 1, ["b"] = 20, ["d"] = 4 }
              ["b"]: 2 != 20
              only in left: ["c"] = 3
              only in right: ["d"] = 4
              (1 equal entry omitted)
              note: == on Dictionary<string, int> is a reference comparison
              where d1 = { ["a"] = 1, ["b"] = 2, ["c"] = 3 }
                    d2 = { ["a"] = 1, ["b"] = 20, ["d"] = 4 }
            """,
            Compare(_condition.Kept("d1", d1), "==", _condition.Kept("d2", d2), references: "Dictionary<string, int>"));
    }

    [Fact]
    public void Records()
    {
        var a = new Person("Ann", 30, new Pt(1, 2), Tags);
        var b = new Person("Ann", 31, new Pt(1, 3), Tags);

        AssertExplained(
            """
            Assertion failed: a == b
              Age: 30 != 31
              Home.Y: 2 != 3
              where a = Person { Name = "Ann", Age = 30, Home = Pt { X = 1, Y = 2 }, Tags = ["x"] }
                    b = Person { Name = "Ann", Age = 31, Home = Pt { X = 1, Y = 3 }, Tags = ["x"] }
            """,
            Compare(_condition.Kept("a", a), "==", _condition.Kept("b", b)));
    }

    [Fact]
    public void A_predicate()
    {
        (int Id, int Paid)[] orders = [(7, 120), (8, 80), (9, 300)];

        AssertExplained(
            """
            Assertion failed: orders.All(o => o.Paid > 100)
              All is false at index 1: o = (8, 80)
              where orders = [(7, 120), (8, 80), (9, 300)]
            """,
            _condition.Observe("orders.All(o => o.Paid > 100)", Asked.All, _condition.Kept("orders", orders), "o", orders[1], calls: 2));
    }

    [Fact]
    public void A_pattern_that_declares_a_variable()
    {
        var load = _condition.Kept("await Load(2)", "user-2");
        var pattern = new Pattern.Properties("string { Length: > 3 } name", "string", [("Length", new Pattern.Relational("> 3", ">", 3))]);

        AssertExplained(
            """
            Assertion failed: await Load(2) is string { Length: > 3 } name && name == "user-3"
              true           await Load(2) is string { Length: > 3 } name
              false          name == "user-3"   ("user-2" == "user-3")
              strings differ at position 5
                left:  "user-2"
                right: "user-3"
                             ^
              where name = "user-2"
                    await Load(2) = "user-2"
            """,
            And(Is(load, pattern), Compare(_condition.Kept("name", "user-2"), "==", Constant("\"user-3\"", "user-3"))));
    }

    [Fact]
    public void Arrays_with_equal_elements()
    {
        int[] xs = [1, 2, 3];
        int[] ys = [1, 2, 3];

        AssertExplained(
            """
            Assertion failed: xs == ys
              [1, 2, 3] == [1, 2, 3]
              note: the contents are equal, but == on int[] is a reference comparison (use SequenceEqual)
              where xs = [1, 2, 3]
                    ys = [1, 2, 3]
            """,
            Compare(_condition.Kept("xs", xs), "==", _condition.Kept("ys", ys), references: "int[]"));
    }

    [Fact]
    public void A_message_of_several_lines_is_indented() =>
        AssertExplained(
            """
            Assertion failed: ok
              first
              second
            """,
            _condition.Kept("ok", false),
            "first\nsecond");

    [Fact]
    public void A_message_that_is_no_string_is_written_as_a_notebook_shows_it() =>
        AssertExplained(
            """
            Assertion failed: ok
              [1, 2]
            """,
            _condition.Kept("ok", false),
            new List<int> { 1, 2 });

    [Fact]
    public void A_long_condition_is_cut()
    {
        var message = _condition.Explain(_condition.Kept(new string('x', 301), false));

        Assert.Equal($"Assertion failed: {new string('x', 300)}...", message);
    }

    [Fact]
    public void A_comparison_of_truths_shows_them_as_values()
    {
        var left = _condition.WithTruth(true, Compare(_condition.Kept("x", 2), ">", Constant("1", 1)));
        var right = _condition.WithTruth(false, Compare(_condition.Kept("y", 0), ">", Constant("1", 1)));

        AssertExplained(
            """
            Assertion failed: x > 1 == y > 1
              true == false
              where x > 1 = true
                    x = 2
                    y > 1 = false
                    y = 0
            """,
            Compare(left, "==", right));
    }

    [Fact]
    public void A_condition_with_a_conditional_operator_shows_the_truths_that_are_known()
    {
        var input = Is(_condition.Kept("o", 5), new Pattern.OfType("int i", "int"));
        var arm = Compare(_condition.Kept("i", 5), ">", Constant("10", 10));

        AssertExplained(
            """
            Assertion failed: o is int i ? i > 10 : false
              true           o is int i
              false          i > 10   (5 > 10)
              where i = 5
                    o = 5
            """,
            new Part.Choice("o is int i ? i > 10 : false", input, arm, Constant("false", false)));
    }

    [Fact]
    public void What_a_lazy_sequence_yielded_is_shown()
    {
        var recording = new Recording<int>([5, 3, 1, 9]);
        var asked = recording.Take(2).ToList();
        var where = _condition.Kept("items.Where(Odd)", recording);

        Assert.Equal([5, 3], asked);
        AssertExplained(
            """
            Assertion failed: items.Where(Odd).First() == 3
              5 == 3
              where items.Where(Odd).First() = 5
                    items.Where(Odd) = [5, 3, ...]
            """,
            Compare(_condition.Kept("items.Where(Odd).First()", 5, where), "==", Constant("3", 3)));
    }

    [Fact]
    public void An_explanation_that_fails_does_not_hide_the_failure()
    {
        var broken = new Part.Value("x", null!);

        AssertExplained(
            """
            Assertion failed: x
              wanted
              (the values could not be shown: NullReferenceException: Object reference not set to an instance of an object.)
            """,
            broken,
            "wanted");
    }

    [Fact]
    public void More_detail_shows_more_values()
    {
        var call = _condition.Kept("F()", 0, [.. Enumerable.Range(0, 20).Select(i => _condition.Kept($"x{i}", i))]);
        Detail.Current = Detail.More;

        var message = _condition.Explain(Compare(call, "==", Constant("1", 1)));

        Assert.EndsWith("        x19 = 19", message, StringComparison.Ordinal);
    }

    public void Dispose() => Detail.Current = Detail.Normal;

    private void AssertExplained(string expected, Part condition, object? message = null) =>
        Assert.Equal(expected, _condition.Explain(condition, message).Replace(OwnNesting, "", StringComparison.Ordinal));

    private static readonly IReadOnlyList<string> Tags = ["x"];

    private sealed record Pt(int X, int Y);

    private sealed record Person(string Name, int Age, Pt Home, IReadOnlyList<string> Tags);

    private sealed record Addr(string City);

    private sealed record Cust(Addr Address, string Name);

    private sealed record Order(Cust Customer, int[] Lines);
}
