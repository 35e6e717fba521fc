using System.Collections;
using System.Diagnostics;
using IpytestNet.Assertions.Conditions;
using Xunit;

namespace IpytestNet.Specs.Assertions.Differences;

public sealed class SequenceDifferenceSpecs
{
    private static readonly int[] Squares = [.. Enumerable.Range(0, 100).Select(i => i * i)];

    public static TheoryData<object, object, string> Pairs => new()
    {
        { A(1, 2, 3, 5), A(1, 2, 4, 5), "first difference at index 2: 3 != 4" },
        { new List<string> { "x", "y" }, new List<string> { "x", "z", "w" }, "first difference at index 1: \"y\" != \"z\"\nonly in right, from index 2: \"w\"" },
        { A(1, 2), new List<int> { 1, 2, 3, 4 }, "only in right, from index 2: 3, 4" },
        { A(1, 2, 3), Array.Empty<int>(), "only in left, from index 0: 1, 2, 3" },
        { A<byte>(1, 250), A<byte>(1, 251), "first difference at index 1: 0xFA != 0xFB" },
        { new List<byte> { 1 }, new List<byte> { 1, 16 }, "only in right, from index 1: 0x10" },
        { A<int?>(1, null), A<int?>(1, 2), "first difference at index 1: null != 2" },
        { A<object>(1), A<object>(1L), "first difference at index 0: 1 (int) != 1 (long)" },
        { A(0.0, double.NaN, 1), A(-0.0, double.NaN, 2), "first difference at index 2: 1 != 2" },
        { A(1, 2, 3), A(3, 2, 1), "first difference at index 0: 1 != 3\n[2]: 3 != 1\nnote: the elements are equal, but in another order" },
        { A(1, 2, 3, 4), A(1, 9, 2, 3, 4), "first difference at index 1: 2 != 9\nonly in right, at index 1: 9\nnote: right is left with 1 element inserted at index 1" },
        { A(1, 2, 3, 4, 5, 6, 7, 8), A(0, 2, 3, 5, 6, 7, 8), "first difference at index 0: 1 != 0\n[3]: 4 != 5\nnote: from index 3 on, right looks like left with 1 element removed" },
        { A("a", "b", "c", "d"), A("c", "d"), "first difference at index 0: \"a\" != \"c\"\nonly in left, at index 0: \"a\", \"b\"\nnote: left is right with 2 elements inserted at index 0" },
        { new[] { (1, "a"), (3, "b") }, new[] { (1, "a"), (3, "c") }, "first difference at index 1\n[1].Item2: \"b\" != \"c\"" },
        { new int[][] { [1] }, new int[][] { [1, 2] }, "first difference at index 0\n[0]: only in right, from index 1: 2" },
        { new[] { (1, "a") }, new[] { (1, "b") }, "first difference at index 0\n[0].Item2: \"a\" != \"b\"" },
        { new[] { new Order("x", ["a"]) }, new[] { new Order("x", ["b"]) }, "first difference at index 0\n[0].Tags[0]: \"a\" != \"b\"" },
        { new Queue<int>([1, 2]), new Stack<int>([1, 2]), "first difference at index 0: 1 != 2\n[1]: 2 != 1\nnote: the elements are equal, but in another order" },
    };

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public void The_first_index_that_differs_is_named(object left, object right, string expected)
    {
        Assert.Equal(expected, Explain.Difference(left, right));
        Assert.Equal(expected, Explain.Sequences(left, right));
    }

    [Fact]
    public void Elements_of_several_dimensions_have_several_indices()
    {
        Assert.Equal(
            "first difference at index [1, 0]: 3 != 5\n[1, 1]: 4 != 6",
            Explain.Difference(new[,] { { 1, 2 }, { 3, 4 } }, new[,] { { 1, 2 }, { 5, 6 } }));
        Assert.Equal("the lengths differ: [1, 2] and [2, 1]", Explain.Difference(new int[1, 2], new int[2, 1]));
    }

    [Fact]
    public void Extra_elements_follow() => Assert.Equal(
        """
        first difference at index 42: 1764 != 0
        only in left, from index 99: 9801
        """,
        Explain.Sequences(Squares, Squares.Take(99).Select(square => square == 1764 ? 0 : square).ToList()));

    [Fact]
    public void Many_differences_are_counted_and_the_first_is_shown_among_its_neighbours() => Assert.Equal(
        """
        first difference at index 42: 1764 != 0
          left:  [..., 1600, 1681, 1764, 1849, 1936, ...]
          right: [..., 1600, 1681, 0, 0, 0, ...]
        [43]: 1849 != 0
        [44]: 1936 != 0
        [45]: 2025 != 0
        [46]: 2116 != 0
        [47]: 2209 != 0
        [48]: 2304 != 0
        [49]: 2401 != 0
        [50]: 2500 != 0
        ... 49 more differences
        """,
        Explain.Difference(Squares, Squares.Select(square => square >= 1764 ? 0 : square).ToList()));

    [Fact]
    public void Many_extra_elements_are_counted() => Assert.Equal(
        "only in left, from index 1: 1, 4, 9, 16, 25, 36, 49, 64, 81, 100, ... 89 more",
        Explain.Difference(Squares, A(0)));

    [Fact]
    public void A_long_string_in_a_list_is_shown_around_its_difference() => Assert.Equal(
        """
        first difference at index 1: strings differ at position 70
          left:  ..."xxxxxxxxxxxxxxxxxxxxa"
          right: ..."xxxxxxxxxxxxxxxxxxxxb"
                                         ^
        """,
        Explain.Difference(new[] { "", new string('x', 70) + "a" }, new[] { "", new string('x', 70) + "b" }));

    [Fact]
    public void Equal_lists_are_compared_by_reference() => Assert.Equal(
        "note: the contents are equal, but int[] is compared by reference (use SequenceEqual)",
        Explain.Difference(A(1, 2), A(1, 2)));

    [Fact]
    public void Equal_elements_may_be_compared_by_reference() => Assert.Equal(
        "note: [0]: the contents are equal, but int[] is compared by reference",
        Explain.Sequences(new int[][] { [1], [2] }, new int[][] { [1], [2] }));

    [Fact]
    public void Collections_of_two_types_may_have_equal_contents() => Assert.Equal(
        "note: the contents are equal, but the types differ: int[] and List<int>",
        Explain.Difference(A(1), new List<int> { 1 }));

    [Fact]
    public void What_a_lazy_sequence_yielded_is_compared()
    {
        var recording = new Recording<int>(A(3, 5, 9).Where(x => x > 0));

        Assert.False(recording.SequenceEqual(A(3, 6, 9)));

        Assert.Equal("first difference at index 1: 5 != 6", Explain.Sequences(recording, A(3, 6, 9)));
    }

    [Fact]
    public void An_end_of_a_lazy_sequence_counts_if_it_was_reached()
    {
        var recording = new Recording<int>(A(3, 5).Where(x => x > 0));

        Assert.False(recording.SequenceEqual(A(3, 5, 9)));

        Assert.Equal("only in right, from index 2: 9", Explain.Sequences(recording, A(3, 5, 9)));
    }

    [Fact]
    public void A_lazy_sequence_is_never_enumerated()
    {
        var moved = 0;
        IEnumerable<int> Forever()
        {
            while (true)
                yield return ++moved;
        }

        var text = Explain.Difference(new { Items = Forever() }, new { Items = Forever() });

        Assert.Equal(0, moved);
        Assert.StartsWith("Items: two different objects of type ", text);
    }

    [Fact]
    public void A_collection_that_throws_is_shown_as_a_whole() => Assert.Equal(
        "Items: [<enumerator threw NotSupportedException: no>] != []",
        Explain.Difference(new { Items = (IReadOnlyList<int>)new Broken() }, new { Items = (IReadOnlyList<int>)[] }));

    [Fact]
    public void The_last_of_a_million_numbers_is_compared()
    {
        var left = Enumerable.Range(0, 1_000_000).ToArray();
        var right = left.ToList();
        right[^1] = -1;

        Assert.Equal("first difference at index 999999: 999999 != -1", Explain.Difference(left, right));
        Assert.Equal("first difference at index 999999: 999999 != -1", Explain.Difference(left, right.ToArray()));
    }

    [Fact]
    public void It_is_said_how_many_of_a_million_differences_were_looked_at()
    {
        var text = Explain.Difference(Enumerable.Range(0, 1_000_000).ToArray(), Enumerable.Range(0, 1_000_000).Select(i => -i - 1).ToArray());

        Assert.StartsWith("first difference at index 0: 0 != -1\n[1]: 1 != -2\n", text);
        Assert.Matches("\n... [0-9,]+ more differences\n... compared the first [0-9,]+ elements$", text);
    }

    [Fact]
    public void Elements_that_moved_are_noted() => Assert.Equal(
        """
        first difference at index 1: 2 != 3
        [2]: 3 != 4
        [3]: 4 != 5
        [4]: 5 != 6
        note: from index 1 on, right looks like left with 1 element removed
        """,
        Explain.Difference(A(1, 2, 3, 4, 5), A(1, 3, 4, 5, 6)));

    [Fact]
    public void A_hint_that_holds_for_many_elements_is_given_once() => Assert.Equal(
        """
        first difference at index 0: "a" != "A"
        [1]: "b" != "B"
        note: [0]: the strings differ only in case
        """,
        Explain.Difference(A("a", "b"), A("A", "B")));

    [Fact]
    public void A_million_objects_cost_a_bounded_time()
    {
        var left = Enumerable.Range(0, 1_000_000).Select(i => i.ToString()).ToArray();
        var right = left.ToArray();
        right[^1] = "";
        Explain.Difference(left, right);

        var start = Stopwatch.GetTimestamp();
        var text = Explain.Difference(left, right);

        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2));
        Assert.Matches("^... compared the first [0-9,]+ elements: no difference was found$", text);
    }

    private static T[] A<T>(params T[] elements) => elements;

    private sealed record Order(string Name, List<string> Tags);

    private sealed class Broken : IReadOnlyList<int>
    {
        public int Count => throw new NotSupportedException("no");

        public int this[int index] => 0;

        public IEnumerator<int> GetEnumerator() => throw new NotSupportedException("no");

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
