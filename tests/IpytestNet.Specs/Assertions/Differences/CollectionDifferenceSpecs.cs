using System.Collections;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Diagnostics;
using IpytestNet.Assertions.Conditions;
using Xunit;

namespace IpytestNet.Specs.Assertions.Differences;

public sealed class CollectionDifferenceSpecs
{
    private static readonly Dictionary<string, int> Left = new() { ["a"] = 1, ["b"] = 2, ["c"] = 3 };
    private static readonly Dictionary<string, int> Right = new() { ["a"] = 1, ["b"] = 20, ["d"] = 4 };

    public static TheoryData<object, object> Dictionaries => new()
    {
        { Left, Right },
        { new SortedDictionary<string, int>(Left), Right },
        { new ReadOnlyDictionary<string, int>(Left), new ReadOnlyDictionary<string, int>(Right) },
        { Left.ToImmutableDictionary(), Right.ToImmutableDictionary() },
        { new Hashtable(Left), new Hashtable(Right) },
        { Left.ToList(), Right.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Dictionaries), DisableDiscoveryEnumeration = true)]
    public void Entries_are_compared_by_key(object left, object right) => Assert.Equal(
        """
        ["b"]: 2 != 20
        only in left: ["c"] = 3
        only in right: ["d"] = 4
        (1 equal entry omitted)
        """,
        Explain.Difference(left, right));

    [Fact]
    public void Entries_in_sequence_are_compared_by_key_as_well() => Assert.Equal(
        "[1]: \"x\" != \"y\"",
        Explain.Sequences(new SortedDictionary<int, string> { [1] = "x" }, new SortedDictionary<int, string> { [1] = "y" }));

    [Fact]
    public void Equal_entries_may_stand_in_another_order() => Assert.Equal(
        """
        first difference at index 0
        [0].Key: "a" != "b"
        [0].Value: 1 != 2
        [1].Key: "b" != "a"
        [1].Value: 2 != 1
        note: the elements are equal, but in another order
        """,
        Explain.Sequences(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }, new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }));

    [Fact]
    public void Values_are_opened() => Assert.Equal(
        "[\"x\"][1]: 2 != 3\nonly in right: [\"y\"] = []",
        Explain.Difference(new Dictionary<string, int[]> { ["x"] = [1, 2] }, new Dictionary<string, int[]> { ["x"] = [1, 3], ["y"] = [] }));

    [Fact]
    public void A_dictionary_in_an_object_has_a_path() => Assert.Equal(
        "Map[\"b\"]: 2 != 20\nMap: only in left: [\"c\"] = 3\nMap: only in right: [\"d\"] = 4",
        Explain.Difference(new { Map = Left }, new { Map = Right }));

    [Fact]
    public void Keys_follow_the_comparer_of_the_dictionary() => Assert.Equal(
        "[\"A\"]: 1 != 2",
        Explain.Difference(
            new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["A"] = 1 },
            new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["a"] = 2 }));

    [Fact]
    public void Differences_that_do_not_fit_are_counted()
    {
        var left = Enumerable.Range(0, 20).ToDictionary(i => i, i => i);
        var right = left.ToDictionary(entry => entry.Key, entry => entry.Value == 0 ? 0 : -1);

        var lines = Explain.Difference(left, right).Split('\n');

        Assert.Equal(12, lines.Length);
        Assert.Equal(["[10]: 10 != -1", "... 9 more differences", "(1 equal entry omitted)"], lines[^3..]);
    }

    [Theory]
    [InlineData(nameof(Asked.SetEqual), "only in left: 1\nonly in right: 4")]
    [InlineData(nameof(Asked.Subset), "only in left: 1")]
    [InlineData(nameof(Asked.Superset), "only in right: 4")]
    public void Sets_have_elements_that_the_other_lacks(string question, string expected)
    {
        var asked = Enum.Parse<Asked>(question);

        Assert.Equal(expected, Explain.Sets(new HashSet<int> { 1, 2, 3 }, new HashSet<int> { 2, 3, 4 }, asked));
        Assert.Equal(expected, Explain.Sets(new SortedSet<int> { 1, 2, 3 }, new List<int> { 4, 3, 2, 2 }, asked));
    }

    [Fact]
    public void Many_elements_are_counted() => Assert.Equal(
        "only in left: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ... 10 more",
        Explain.Difference(Enumerable.Range(0, 20).ToHashSet(), new HashSet<int>()));

    [Fact]
    public void Records_in_sets_are_compared_by_their_contents() => Assert.Equal(
        "only in left: (1, \"a\")\nonly in right: (1, \"b\")",
        Explain.Difference(new HashSet<(int, string)> { (1, "a"), (2, "b") }, new HashSet<(int, string)> { (2, "b"), (1, "b") }));

    [Fact]
    public void Equal_sets_are_compared_by_reference() => Assert.Equal(
        "note: the contents are equal, but HashSet<int> is compared by reference (use SetEquals)",
        Explain.Difference(new HashSet<int> { 1 }, new HashSet<int> { 1 }));

    [Fact]
    public void Elements_of_equal_sets_may_be_compared_by_reference() => Assert.Equal(
        "note: the contents of the elements are equal, but int[] is compared by reference",
        Explain.Sets(new HashSet<int[]> { Enumerable.Range(0, 2).ToArray() }, new HashSet<int[]> { Enumerable.Range(0, 2).ToArray() }));

    [Fact]
    public void Strings_in_sets_follow_the_comparer_of_the_set() => Assert.Equal(
        "only in left: \"b\"\nonly in right: \"c\"",
        Explain.Difference(
            new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "A", "b" },
            new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "a", "c" }));

    [Fact]
    public void Sets_of_a_million_numbers_cost_a_bounded_time()
    {
        var left = Enumerable.Range(0, 1_000_000).ToHashSet();
        var right = Enumerable.Range(1, 1_000_000).ToHashSet();

        var start = Stopwatch.GetTimestamp();
        var text = Explain.Sets(left, right);

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2));
        Assert.StartsWith("only in left: 0", text);
    }

    [Fact]
    public void Dictionaries_of_a_million_entries_cost_a_bounded_time()
    {
        var left = Enumerable.Range(0, 1_000_000).ToDictionary(i => i, i => i);
        var right = left.ToDictionary(entry => entry.Key, entry => entry.Value);
        right[3] = -1;

        var start = Stopwatch.GetTimestamp();
        var text = Explain.Difference(left, right);

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2));
        Assert.StartsWith("[3]: 3 != -1\n... compared the first ", text);
    }
}
