using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Xunit;

namespace IpytestNet.Specs.Assertions.Differences;

public sealed class MemberDifferenceSpecs
{
    public static TheoryData<object, object, string> Pairs => new()
    {
        { new Person("Ann", 30, new Point(1, 2)), new Person("Ann", 31, new Point(1, 3)), "Age: 30 != 31\nHome.Y: 2 != 3" },
        { new Person("Ann", 30, null), new Person("Ann", 30, new Point(1, 3)), "Home: null != Point { X = 1, Y = 3 }" },
        { new Point(1, 2), new Point(1, 2.5), "Y: 2 != 2.5" },
        { new { Name = "x", Qty = 2 }, new { Name = "x", Qty = 3 }, "Qty: 2 != 3" },
        { (1, "a"), (1, "b"), "Item2: \"a\" != \"b\"" },
        { Tuple.Create(1, 2), Tuple.Create(1, 3), "Item2: 2 != 3" },
        { (1, 2, 3, 4, 5, 6, 7, 8, 9), (1, 2, 3, 4, 5, 6, 7, 8, 10), "Item9: 9 != 10" },
        { KeyValuePair.Create("a", 1), KeyValuePair.Create("a", 2), "Value: 1 != 2" },
        { new Money { Amount = 5 }, new Money { Amount = 6 }, "Amount: 5 != 6" },
        { new Money { Amount = 5 }, new Money { Amount = 5 }, "note: the contents are equal, but Money is compared by reference" },
        { new Node("n", [1, 2]), new Node("n", [1, 2]), "note: Items: the contents are equal, but List<int> is compared by reference" },
        { new Node("n", [1, 2]), new Node("m", [1, 2]), "Name: \"n\" != \"m\"\nnote: Items: the contents are equal, but List<int> is compared by reference" },
        { new Node("n", [1, 2]), new Node("n", [1, 3]), "Items[1]: 2 != 3" },
        { new Node("n", [1, 2]), new Node("n", [1]), "Items: only in left, from index 1: 2" },
        { new { Items = ImmutableArray.Create(1) }, new { Items = ImmutableArray.Create(1) }, "note: Items: the contents are equal, but ImmutableArray<int> is compared by reference" },
        { new Holder(new Money()), new Holder(new Money()), "note: Money: the contents are equal, but Money is compared by reference" },
        { new { A = (object)1 }, new { A = (object)1L }, "A: 1 (int) != 1 (long)" },
        { new { A = (object)1 }, new { A = (object)"b" }, "A: 1 != \"b\"" },
        { new Cat("Tom"), new Dog("Tom"), "note: the contents are equal, but the types differ: Cat and Dog" },
        { new Cat("Tom"), new Dog("Rex"), "Name: \"Tom\" != \"Rex\"\nnote: the types differ: Cat and Dog" },
        { new Cat("Tom"), new Money(), "note: the types differ: Cat and Money" },
        { new { Pet = (Animal)new Cat("Tom") }, new { Pet = (Animal)new Dog("Tom") }, "Pet: Cat { Name = \"Tom\" } != Dog { Name = \"Tom\" }" },
        { new Hidden(5), new Hidden(6), "_amount: 5 != 6" },
        { new InvalidOperationException("a"), new InvalidOperationException("b"), "Message: \"a\" != \"b\"" },
        { new InvalidOperationException("a"), new FormatException("a"), "note: the contents are equal, but the types differ: InvalidOperationException and FormatException" },
        { new object(), new object(), "note: the contents are equal, but object is compared by reference" },
        { new { When = new DateTime(2024, 1, 1) }, new { When = new DateTime(2024, 1, 2) }, "When: 2024-01-01T00:00:00.0000000 != 2024-01-02T00:00:00.0000000 (difference: 1.00:00:00)" },
        { new { D = double.NaN, E = 1 }, new { D = double.NaN, E = 2 }, "E: 1 != 2" },
        { new { Text = "a\nb" }, new { Text = "a\nc" }, "Text: strings differ at position 2 (line 2, column 1)\n    a\n  - b\n  + c\n    (- left, + right)" },
        { new { Name = "ann" }, new { Name = "Ann" }, "Name: \"ann\" != \"Ann\"\nnote: Name: the strings differ only in case" },
        { new { Type = typeof(int) }, new { Type = typeof(string) }, "Type: typeof(int) != typeof(string)" },
        { new { Day = DayOfWeek.Monday }, new { Day = DayOfWeek.Friday }, "Day: DayOfWeek.Monday != DayOfWeek.Friday" },
        { new { Run = (Action)Nothing }, new { Run = (Action)Other }, "Run: Action Nothing != Action Other" },
    };

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public void Members_that_differ_are_named_by_their_path(object left, object right, string expected) =>
        Assert.Equal(expected, Difference(left, right));

    [Fact]
    public void Objects_that_hold_each_other_are_compared_once()
    {
        var (left, right) = (new Link { Value = "a" }, new Link { Value = "b" });
        (left.Next, right.Next) = (right, left);

        Assert.Equal("Value: \"a\" != \"b\"\nNext.Value: \"b\" != \"a\"", Difference(left, right));
    }

    [Fact]
    public void What_is_met_again_is_not_told_again()
    {
        var (first, second) = (new Money { Amount = 1 }, new Money { Amount = 2 });

        var text = Difference(new { A = first, B = first }, new { A = second, B = second });

        Assert.Equal("A.Amount: 1 != 2\nB: differs as A does", text);
    }

    [Fact]
    public void Deep_objects_are_compared_down_to_a_level()
    {
        static Link Chain(string end) => Enumerable.Range(0, 100_000).Aggregate(new Link { Value = end }, (link, _) => new Link { Next = link });

        Assert.Equal("... compared down to level 101: no difference was found", Difference(Chain("a"), Chain("b")));
    }

    [Fact]
    public void A_message_of_the_users_that_throws_is_no_part() => Assert.Equal(
        "Code: 1 != 2",
        Difference(new Mute { Code = 1 }, new Mute { Code = 2 }));

    [Fact]
    public void Nothing_of_the_users_is_called()
    {
        Watched.Calls = 0;

        var text = Difference(new[] { new Watched { V = 1 } }, new[] { new Watched { V = 2 } });

        Assert.Equal("first difference at index 0\n[0].V: 1 != 2", text);
        Assert.Equal(0, Watched.Calls);
    }

    [Fact]
    public void Sets_and_dictionaries_call_nothing_of_the_users()
    {
        var left = new HashSet<Watched> { new() { V = 1 } };
        var right = new HashSet<Watched> { new() { V = 2 } };
        var map = new Dictionary<Watched, int> { [new() { V = 1 }] = 1 };
        var other = new Dictionary<Watched, int> { [new() { V = 1 }] = 2 };
        Watched.Calls = 0;

        Assert.Equal("only in left: Watched { V = 1 }\nonly in right: Watched { V = 2 }", Difference(left, right));
        Assert.Equal("[Watched { V = 1 }]: 1 != 2", Difference(map, other));
        Assert.Equal(0, Watched.Calls);
    }

    // In a cell these types are not nested.
    private static string Difference(object left, object right) =>
        Explain.Difference(left, right).Replace($"{nameof(MemberDifferenceSpecs)}.", "", StringComparison.Ordinal);

    private static void Nothing()
    {
    }

    private static void Other()
    {
    }

    private sealed record Person(string Name, int Age, Point? Home);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Point(double X, double Y);

    private sealed record Node(string Name, List<int> Items);

    private sealed record Holder(Money Money);

    private abstract record Animal(string Name);

    private sealed record Cat(string Name) : Animal(Name);

    private sealed record Dog(string Name) : Animal(Name);

    private sealed class Money
    {
        public decimal Amount { get; init; }

        public string Currency { get; init; } = "EUR";
    }

    private sealed class Hidden(int amount) : IEquatable<Hidden>
    {
        private readonly int _amount = amount;

        public bool Equals(Hidden? other) => _amount == other?._amount;

        public override bool Equals(object? obj) => Equals(obj as Hidden);

        public override int GetHashCode() => _amount;
    }

    private sealed class Mute : Exception
    {
        public int Code { get; init; }

        public override string Message => throw new NotSupportedException();
    }

    private sealed class Link
    {
        public string? Value { get; init; }

        public Link? Next { get; set; }
    }

    private sealed class Watched
    {
        public int V { get; init; }

        [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "A getter of an object is watched.")]
        public int Computed => ++Calls;

        public static int Calls { get; set; }

        public override bool Equals(object? obj) => ++Calls > 0;

        public override int GetHashCode() => ++Calls;
    }
}
