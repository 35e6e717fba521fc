using System.Text;
using System.Xml.Linq;
using IpytestNet.Assertions.Conditions;
using Xunit;

namespace IpytestNet.Specs.Assertions.Differences;

public sealed class StringDifferenceSpecs
{
    private const string Fox = "The quick brown fox jumps over the lazy dog and then keeps running";

    [Fact]
    public void The_first_position_that_differs_has_a_caret() => Assert.Equal(
        """
        strings differ at position 0
          left:  "Oslo"
          right: "Rome"
                  ^
        """,
        Explain.Difference("Oslo", "Rome"));

    [Fact]
    public void Long_strings_are_shown_around_the_difference() => Assert.Equal(
        """
        strings differ at position 40
          left:  ..."jumps over the lazy dog and then keeps running"
          right: ..."jumps over the lazy cat and then keeps running"
                                         ^
        """,
        Explain.Difference(Fox, Fox.Replace("dog", "cat", StringComparison.Ordinal)));

    [Fact]
    public void The_caret_stands_at_the_end_of_a_string_that_the_other_goes_on_from() => Assert.Equal(
        """
        strings differ at position 3
          left:  "abc"
          right: "abcdef"
                     ^
        """,
        Explain.Difference("abc", "abcdef"));

    [Fact]
    public void Escapes_move_the_caret() => Assert.Equal(
        """
        strings differ at position 4
          left:  "\t\"\\\0x"
          right: "\t\"\\\0y"
                          ^
        """,
        Explain.Difference("\t\"\\\0x", "\t\"\\\0y"));

    [Fact]
    public void An_emoji_is_not_cut_in_half() => Assert.Equal(
        """
        strings differ at position 1
          left:  "👍"
          right: "👎"
                  ^
        """,
        Explain.Difference("👍", "👎"));

    [Fact]
    public void Half_an_emoji_is_escaped() => Assert.Equal(
        """
        strings differ at position 0
          left:  "\uD83D"
          right: "\uD83E"
                  ^
        """,
        Explain.Difference("\ud83d", "\ud83e"));

    [Fact]
    public void A_verbose_message_shows_more_of_long_strings()
    {
        var text = Explain.Difference(Fox, "The quick brown fox " + new string('x', 40), Detail.More);

        Assert.Contains($"\"{Fox}\"", text);
    }

    [Fact]
    public void A_line_that_differs_is_shown_among_its_neighbours() => Assert.Equal(
        """
        strings differ at position 30 (line 4, column 6)
            ... 2 equal lines
              "tags": [
          -     "a"
          +     "b"
              ]
            (- left, + right)
        """,
        Explain.Difference("{\n  \"id\": 1,\n  \"tags\": [\n    \"a\"\n  ]\n}", "{\n  \"id\": 1,\n  \"tags\": [\n    \"b\"\n  ]\n}"));

    [Fact]
    public void Several_places_are_shown() => Assert.Equal(
        """
        strings differ at position 2 (line 2, column 1)
            1
          - 2
          + zwei
            3
            ... 3 equal lines
            7
          - 8
            9
            (- left, + right)
        """,
        Explain.Difference("1\n2\n3\n4\n5\n6\n7\n8\n9", "1\nzwei\n3\n4\n5\n6\n7\n9"));

    [Fact]
    public void A_line_break_at_the_end_is_no_line() => Assert.Equal(
        """
        strings differ at position 2 (line 2, column 1)
            a
          + b
            (- left, + right)
        """,
        Explain.Difference("a\n", "a\nb\n"));

    [Fact]
    public void Lines_that_do_not_fit_are_counted() => Assert.Equal(
        """
        strings differ at position 0 (line 1, column 1)
          - a0
          - a1
          - a2
          - a3
          + b0
          + b1
          + b2
          + b3
            ... 32 more differing lines
            (- left, + right)
        """,
        Explain.Difference(Numbered("a", 20), Numbered("b", 20)));

    [Fact]
    public void White_space_is_shown_as_signs_where_only_it_differs() => Assert.Equal(
        """
        strings differ at position 3 (line 2, column 2)
            1
          - a→b
          + a·b·
            3
            (- left, + right)
        note: the strings differ only in white space
        """,
        Explain.Difference("1\na\tb\n3", "1\na b \n3"));

    [Fact]
    public void A_long_line_is_cut_around_its_difference()
    {
        var text = Explain.Difference($"1\n{new string('a', 1000)}X\n3", $"1\n{new string('a', 1000)}Y\n3");

        Assert.Contains($"\n  - ...{new string('a', 159)}X\n", text);
        Assert.Contains($"\n  + ...{new string('a', 159)}Y\n", text);
    }

    [Theory]
    [InlineData("Hello", "hello", "the strings differ only in case")]
    [InlineData("a\tb", "a b", "the strings differ only in white space")]
    [InlineData("ab ", "ab", "the strings differ only in white space")]
    [InlineData("a\u00a0b", "a b", "the strings differ only in white space")]
    [InlineData("a\u200bb", "ab", "the strings differ only in invisible characters")]
    [InlineData("a\r\nb", "a\nb", @"the strings differ only in line endings (\r\n and \n)")]
    [InlineData("caf\u00e9", "cafe\u0301", "the strings differ only in Unicode normalization (use string.Normalize)")]
    public void What_is_easily_overlooked_is_noted(string left, string right, string note) =>
        Assert.EndsWith($"\nnote: {note}", Explain.Difference(left, right));

    [Fact]
    public void Nothing_is_noted_where_more_differs() => Assert.DoesNotContain("note", Explain.Difference("Hello you", "hello me"));

    [Fact]
    public void Line_endings_are_shown_where_only_they_differ() => Assert.Equal(
        """
        strings differ at position 1 (line 1, column 2)
          left:  "a\r\nb"
          right: "a\nb"
                   ^
        note: the strings differ only in line endings (\r\n and \n)
        """,
        Explain.Difference("a\r\nb", "a\nb"));

    [Fact]
    public void Characters_that_look_alike_are_escaped_where_only_they_differ() => Assert.Equal(
        """
        strings differ at position 3
          left:  "caf\u00E9"
          right: "cafe\u0301"
                     ^
        note: the strings differ only in Unicode normalization (use string.Normalize)
        """,
        Explain.Difference("caf\u00e9", "cafe\u0301"));

    [Fact]
    public void A_comparison_that_ignores_case_finds_the_first_other_letter() => Assert.Equal(
        """
        strings differ at position 2
          left:  "abc"
          right: "ABD"
                    ^
        """,
        Explain.Strings("abc", "ABD", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Builders_and_addresses_are_compared_as_texts()
    {
        Assert.StartsWith("strings differ at position 1\n", Explain.Difference(new StringBuilder("abc"), new StringBuilder("axc")));
        Assert.StartsWith("strings differ at position 17\n", Explain.Difference(new Uri("http://a.example/x"), new Uri("http://a.example/y")));
    }

    [Fact]
    public void Elements_of_xml_are_compared_line_by_line() => Assert.Equal(
        """
        strings differ at position 9 (line 2, column 6)
            <a>
          -   <b>1</b>
          +   <b>2</b>
            </a>
            (- left, + right)
        """,
        Explain.Difference(XElement.Parse("<a><b>1</b></a>"), XElement.Parse("<a><b>2</b></a>")));

    [Fact]
    public void A_shift_of_a_long_string_takes_no_time()
    {
        var text = new string('a', 200_000) + "1" + new string('b', 200_000);

        var difference = Explain.Difference(text, " " + text);

        Assert.Equal(
            $"""
            strings differ at position 0
              left:  "{new string('a', 40)}"...
              right: " {new string('a', 39)}"...
                      ^
            note: the strings differ only in white space
            """,
            difference);
    }

    [Fact]
    public void One_of_many_lines_is_found()
    {
        var left = Enumerable.Range(0, 20_000).ToList();

        var text = Explain.Difference(string.Join('\n', left), string.Join('\n', left.Select(i => i == 15_000 ? -1 : i)));

        Assert.Equal(
            """
            strings differ at position 78890 (line 15001, column 1)
                ... 14,999 equal lines
                14999
              - 15000
              + -1
                15001
                (- left, + right)
            """,
            text);
    }

    [Fact]
    public void Lines_that_moved_far_are_found_by_lines_that_occur_once()
    {
        var left = Enumerable.Range(0, 4_000).Select(i => $"line {i}").ToList();
        List<string> right = ["new", .. left[..2000], "changed", .. left[2001..], "end"];

        var text = Explain.Difference(string.Join('\n', left), string.Join('\n', right));

        Assert.Equal(
            """
            strings differ at position 0 (line 1, column 1)
              + new
                line 0
                ... 1,998 equal lines
                line 1999
              - line 2000
              + changed
                line 2001
                ... 1 more differing line
                (- left, + right)
            """,
            text);
    }

    private static string Numbered(string letter, int count) => string.Join('\n', Enumerable.Range(0, count).Select(i => letter + i));
}
