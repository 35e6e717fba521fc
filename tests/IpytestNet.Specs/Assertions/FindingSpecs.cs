using System.Numerics;
using IpytestNet.Assertions;
using IpytestNet.Assertions.Conditions;
using Xunit;
using static IpytestNet.Specs.Assertions.FailedCondition;

namespace IpytestNet.Specs.Assertions;

public sealed class FindingSpecs
{
    private readonly FailedCondition _condition = new();

    public static TheoryData<string, int, string> Answers => new()
    {
        { "All", 3, "All is false at index 2: x = 7" },
        { "TrueForAll", 1, "TrueForAll is false at index 0: x = 7" },
        { "Any", 3, "Any is false: none of 3 elements matched" },
        { "Any", 1, "Any is false: the only element did not match" },
        { "Any", 0, "Any is false: the sequence is empty" },
        { "Exists", 2, "Exists is false: none of 2 elements matched" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_predicate_that_was_observed_is_told(string method, int calls, string expected) => AssertFound(expected, Observed(method, calls));

    public static TheoryData<string, int, string> OppositeAnswers => new()
    {
        { "All", 3, "All is true: all of 3 elements matched" },
        { "All", 0, "All is true: the sequence is empty" },
        { "Any", 2, "Any is true at index 1: x = 7" },
    };

    [Theory]
    [MemberData(nameof(OppositeAnswers))]
    public void A_predicate_whose_answer_is_negated_is_told_likewise(string method, int calls, string expected) => AssertFound(expected, Not(Observed(method, calls)));

    public static TheoryData<string, int, bool, string> Unobserved => new()
    {
        { nameof(Asked.All), 2, false, "All is false: not all of 2 elements matched" },
        { nameof(Asked.All), 1, false, "All is false: the only element did not match" },
        { nameof(Asked.All), 2, true, "All is true: all of 2 elements matched" },
        { nameof(Asked.Any), 2, false, "Any is false: none of 2 elements matched" },
        { nameof(Asked.Any), 2, true, "Any is true: at least one of 2 elements matched" },
        { nameof(Asked.Any), 1, true, "Any is true: the only element matched" },
        { nameof(Asked.Any), 0, false, "Any is false: the sequence is empty" },
    };

    [Theory]
    [MemberData(nameof(Unobserved))]
    public void Of_a_predicate_that_was_not_observed_its_answer_is_told(string meaning, int count, bool answer, string expected)
    {
        var question = Ask("xs.All(IsOdd)", Enum.Parse<Asked>(meaning), Kept(Enumerable.Range(1, count).ToList()));

        AssertFound(expected, answer ? Not(question) : question);
    }

    [Fact]
    public void The_last_element_that_a_lazy_sequence_yielded_is_the_one_that_decided()
    {
        var sequence = new Recording<int>([1, 3, 4, 5]);
        Assert.False(sequence.All(int.IsOddInteger));

        AssertFound("All is false at index 2: 4", Ask("xs.All(int.IsOddInteger)", Asked.All, Kept(sequence)));
    }

    [Fact]
    public void An_empty_sequence_is_named() =>
        AssertFound("Any is false: the sequence is empty", Ask("xs.Any()", Asked.Any, Kept(new List<int>())));

    public static TheoryData<object, object, string> Missing => new()
    {
        { "haystack", "needle", "" },
        { "The Needle", "needle", "note: only the case differs at position 4: \"Needle\"" },
        { "a\r\nb", "a\nb", "note: only the line endings differ" },
        { new List<int> { 1, 2, 3 }, 5, "5 is not among 3 elements" },
        { new HashSet<int> { 1 }, 5, "5 is not the only element" },
        { Array.Empty<int>(), 5, "the sequence is empty" },
        { new object[] { 0, 1L }, 1, "1 is not among 2 elements\nnote: the element at index 1 looks alike, but is long, not int" },
        { new List<string> { "ANN", "Bob" }, "ann", "\"ann\" is not among 2 elements\nnote: the element at index 0 differs only in case" },
        { new Dictionary<string, int> { ["a"] = 1 }, "zz", "\"zz\" is not the only key" },
        { new Dictionary<string, int> { ["a"] = 1, ["B"] = 2 }, "b", "\"b\" is not among 2 keys\nnote: the key at index 1 differs only in case" },
        { new Recorder().Items, 5, "" },
    };

    [Theory]
    [MemberData(nameof(Missing))]
    public void What_is_not_contained_is_told_with_what_comes_near(object whole, object part, string expected) =>
        AssertFound(expected, Ask("xs.Contains(x)", Asked.Contains, Kept(whole), _condition.Kept("x", part)));

    [Fact]
    public void An_object_that_looks_like_an_element_is_told_apart()
    {
        var element = new Box { Size = 1 };

        AssertFound(
            "FindingSpecs.Box { Size = 1 } is not among 2 elements\nnote: the element at index 1 looks alike, but is another object",
            Ask("xs.Contains(x)", Asked.Contains, Kept(new[] { new Box { Size = 2 }, new Box { Size = 1 } }), _condition.Kept("x", element)));
    }

    [Fact]
    public void A_constant_that_is_not_contained_goes_by_its_name() =>
        AssertFound(
            "DayOfWeek.Friday is not among 2 elements",
            Ask("days.Contains(Friday)", Asked.Contains, Kept(new List<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Sunday }), Constant("Friday", 5, "DayOfWeek.Friday")));

    public static TheoryData<object, object, string> Unwanted => new()
    {
        { "haystack", "stack", "\"stack\" is at position 3" },
        { "haystack", 's', "'s' is at position 3" },
        { new List<int> { 1, 2, 3 }, 2, "2 is at index 1" },
        { new List<long> { 1, 2, 3 }, 2, "2 is at index 1" },
        { new object[] { 1L, 1 }, 1, "1 is at index 1" },
        { new List<string> { "a", "b" }, "b", "\"b\" is at index 1" },
        { new HashSet<int> { 1 }, 1, "" },
        { new[] { new Box { Size = 1 } }, new Box { Size = 1 }, "" },
    };

    [Theory]
    [MemberData(nameof(Unwanted))]
    public void The_place_of_what_is_not_to_be_contained_is_told(object whole, object part, string expected) =>
        AssertFound(expected, Not(Ask("xs.Contains(x)", Asked.Contains, Kept(whole), _condition.Kept("x", part))));

    public static TheoryData<string, string, object, string> Ends => new()
    {
        { nameof(Asked.StartsWith), "hello", "ha", "starts with \"he\", not \"ha\"" },
        { nameof(Asked.StartsWith), "h", "ha", "starts with \"h\", not \"ha\"" },
        { nameof(Asked.StartsWith), "hello", 'a', "starts with 'h', not 'a'" },
        { nameof(Asked.StartsWith), "Hello", "he", "starts with \"He\", not \"he\"\nnote: only the case differs" },
        { nameof(Asked.EndsWith), "hello", "la", "ends with \"lo\", not \"la\"" },
        { nameof(Asked.EndsWith), "", "la", "ends with \"\", not \"la\"" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void The_end_of_a_text_is_shown(string meaning, string text, object part, string expected) =>
        AssertFound(expected, Ask("s.At(part)", Enum.Parse<Asked>(meaning), _condition.Kept("s", text), _condition.Kept("part", part)));

    [Fact]
    public void What_is_already_compared_without_case_has_no_hint_of_case() =>
        AssertFound(
            "",
            Ask("s.Contains(x)", Asked.Contains, Kept("Straße"), _condition.Kept("x", "STRASSE"), Constant("Ignore", 5, "StringComparison.OrdinalIgnoreCase")));

    [Fact]
    public void Nothing_is_claimed_of_a_comparer_of_the_users() =>
        AssertFound("", Ask("xs.Contains(x, comparer)", Asked.Contains, Kept(new List<int> { 1 }), _condition.Kept("x", 2), _condition.Kept("comparer", new EveryThird())));

    public static TheoryData<object?, string, object?, string?, string> Comparisons => new()
    {
        { 1, "==", 2, null, "" },
        { 1, "!=", 1, null, "" },
        { 3, "<", 2, null, "" },
        { null, "==", 3, null, "" },
        { null, "<", 3, null, "note: a comparison with null is false" },
        { double.NaN, "<", 3.0, null, "note: a comparison with NaN is false" },
    };

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void A_comparison_is_told_where_its_values_do_not_tell_it(object? left, string comparison, object? right, string? references, string expected) =>
        AssertFound(expected, Compare(_condition.Kept("a", left), comparison, _condition.Kept("b", right), references));

    [Fact]
    public void Two_references_to_one_object_are_told()
    {
        var list = new List<int>();

        AssertFound(
            "note: both sides are one and the same object, and != on List<int> is a reference comparison",
            Compare(_condition.Kept("a", list), "!=", _condition.Kept("b", list), references: "List<int>"));
    }

    [Fact]
    public void Of_a_lazy_sequence_that_was_not_asked_to_its_end_nothing_is_said_to_be_missing()
    {
        var sorted = new Recording<int>([3, 5, 9]);
        int[] wanted = [3, 6, 9];
        Assert.False(sorted.SequenceEqual(wanted));

        AssertFound(
            "first difference at index 1: 5 != 6",
            Ask("sorted.SequenceEqual(wanted)", Asked.SequenceEqual, _condition.Kept("sorted", sorted), _condition.Kept("wanted", wanted)));
    }

    [Fact]
    public void The_elements_of_tuples_are_compared_as_the_compiler_does() =>
        AssertFound(
            "Item2: DayOfWeek.Friday != DayOfWeek.Monday",
            Compare(Tuple(_condition.Kept("n", 1L), _condition.Kept("day", DayOfWeek.Friday)), "==", Tuple(Constant("1", 1), Constant("Monday", 1, "DayOfWeek.Monday"))));

    public static TheoryData<object, object, string> Tuples => new()
    {
        { (1, 2), (1L, 3L), "Item2: 2 != 3" },
        { (1, 2.5), (1.0f, 3m), "Item2: 2.5 != 3" },
        { (1, ('a', 2)), (1L, ((ushort)97, 3L)), "Item2.Item2: 2 != 3" },
        { (1, 2, 3, 4, 5, 6, 7, 8, 9), (1L, 2, 3, 4, 5, 6, 7, 8L, 10), "Item9: 9 != 10" },
        { (new BigInteger(5), 1), (5, 2), "Item2: 1 != 2" },
        { (9007199254740993L, 1), (9007199254740992.0, 2), "Item2: 1 != 2" },
        { (0.1f, 1), (0.1, 1), "Item1: 0.1 (float) != 0.1 (double)" },
    };

    [Theory]
    [MemberData(nameof(Tuples))]
    public void Of_tuples_of_different_types_only_elements_are_told_that_differ_once_converted(object left, object right, string expected) =>
        AssertFound(expected, Compare(_condition.Kept("a", left), "==", _condition.Kept("b", right)));

    [Theory]
    [InlineData(1, 1L, "note: the types differ: int and long")]
    [InlineData(1, 2L, "note: the types differ: int and long")]
    [InlineData(1, "1", "note: the types differ: int and string")]
    [InlineData(1, 2, "")]
    public void Values_of_different_types_differ_for_Equals(object left, object right, string expected) =>
        AssertFound(expected, Ask("Equals(a, b)", Asked.Equal, _condition.Kept("a", left), _condition.Kept("b", right)));

    [Fact]
    public void Infinities_are_not_said_to_be_rounded() =>
        AssertFound("", Compare(_condition.Kept("a", double.PositiveInfinity), "==", _condition.Kept("b", double.NegativeInfinity)));

    [Fact]
    public void The_strings_that_a_number_orders_are_compared() =>
        AssertFound(
            """
            strings differ at position 1
              left:  "ab"
              right: "ac"
                       ^
            """,
            Compare(
                new Part.Question("a.CompareTo(b)", Asked.Order, _condition.Kept("a", "ab"), _condition.Kept("b", "ac"), []) { Slot = _condition.Kept("", -1).Slot },
                "==",
                Constant("0", 0)));

    [Fact]
    public void Elements_are_compared_as_the_call_does() =>
        AssertFound(
            "first difference at index 1: \"B\" != \"c\"",
            Ask("a.SequenceEqual(b, c)", Asked.SequenceEqual, _condition.Kept("a", new List<string> { "a", "B" }), _condition.Kept("b", new List<string> { "A", "c" }), _condition.Kept("c", StringComparer.OrdinalIgnoreCase)));

    [Fact]
    public void Elements_that_are_written_out_have_the_type_of_the_collection() =>
        AssertFound(
            "first difference at index 2: 3 != 4",
            Ask(
                "xs.SequenceEqual([1, two, 4])",
                Asked.SequenceEqual,
                _condition.Kept("xs", new List<long> { 1, 2, 3 }),
                new Part.List("[1, two, 4]", typeof(long), [Constant("1", 1), _condition.Kept("two", 2), Constant("4", 4)])));

    [Fact]
    public void Elements_that_are_not_known_are_not_compared() =>
        AssertFound(
            "",
            Ask("xs.SequenceEqual([F()])", Asked.SequenceEqual, _condition.Kept("xs", new List<int> { 1 }), new Part.List("[F()]", typeof(int), [Unkept("F()")])));

    [Fact]
    public void Elements_that_are_references_are_not_said_to_be_equal() =>
        AssertFound(
            """
            the contents first differ at index 1
            [1][0]: 3 != 4
            note: [0]: the contents are equal, but int[] is compared by reference
            """,
            Ask("a.SequenceEqual(b)", Asked.SequenceEqual, _condition.Kept("a", new int[][] { [1], [3] }), _condition.Kept("b", new int[][] { [1], [4] })));

    [Fact]
    public void Of_elements_that_are_references_with_equal_contents_that_is_said() =>
        AssertFound(
            "note: [0]: the contents are equal, but int[] is compared by reference",
            Ask("a.SequenceEqual(b)", Asked.SequenceEqual, _condition.Kept("a", new int[][] { [1], [3] }), _condition.Kept("b", new int[][] { [1], [3] })));

    [Fact]
    public void Of_a_choice_between_constants_the_question_is_explained() =>
        AssertFound(
            "S: 1 != 2",
            Choose(
                Compare(_condition.Kept("a", new { S = 1 }), "==", _condition.Kept("b", new { S = 2 })),
                Constant("true", true),
                Constant("false", false)));

    [Fact]
    public void Strings_are_compared_as_the_call_does() =>
        AssertFound(
            """
            strings differ at position 2
              left:  "abc"
              right: "ABD"
                        ^
            """,
            Ask("string.Equals(a, \"ABD\", c)", Asked.Equal, _condition.Kept("a", "abc"), Constant("\"ABD\"", "ABD"), _condition.Kept("c", StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void Two_objects_with_equal_contents_are_told_not_to_be_the_same() =>
        AssertFound(
            "note: the contents are equal, but these are two objects",
            Ask("ReferenceEquals(a, b)", Asked.Same, _condition.Kept("a", new Box { Size = 1 }), _condition.Kept("b", new Box { Size = 1 })));

    [Fact]
    public void Values_in_objects_are_told_never_to_be_the_same() =>
        AssertFound(
            "note: a value type is put into an object of its own each time, so its references are never the same",
            Ask("ReferenceEquals(a, b)", Asked.Same, _condition.Kept("a", 1), _condition.Kept("b", 1)));

    [Fact]
    public void What_a_subset_has_beyond_is_told() =>
        AssertFound(
            "only in left: 1",
            Ask("a.IsSubsetOf(b)", Asked.Subset, _condition.Kept("a", new HashSet<int> { 1, 2 }), _condition.Kept("b", new HashSet<int> { 2, 3 })));

    [Fact]
    public void Several_explanations_stand_below_their_parts() =>
        AssertFound(
            """
            xs.All(x => f):
              All is false at index 2: x = 7
            s.EndsWith("la"):
              ends with "lo", not "la"
            """,
            Or(Observed("All", 3), Ask("s.EndsWith(\"la\")", Asked.EndsWith, _condition.Kept("s", "hello"), Constant("\"la\"", "la"))));

    private Part.Question Observed(string method, int calls) =>
        _condition.Observe($"xs.{method}(x => f)", method is "Any" or "Exists" ? Asked.Any : Asked.All, Unkept("xs"), "x", 7, calls);

    private Part Kept(object value) => _condition.Kept("xs", value);

    private void AssertFound(string expected, Part condition)
    {
        var evaluation = _condition.Evaluate(condition);

        Assert.Equal(expected, string.Join('\n', FindingLines.Of(new Evidence(evaluation, new Truth(evaluation), Detail.Normal))));
    }

    private sealed class Box
    {
        public int Size;
    }

    private sealed class EveryThird : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => x % 3 == y % 3;

        public int GetHashCode(int obj) => obj % 3;
    }

    /// <summary>A lazy sequence that was not asked to its end.</summary>
    private sealed class Recorder
    {
        public object Items { get; } = new Recording<int>([1, 2]);
    }
}
