using IpytestNet.CommandLine;
using Xunit;

namespace IpytestNet.Specs.CommandLine;

public sealed class ShellWordsSpecs
{
    [Theory]
    [InlineData("")]
    [InlineData("  \t ")]
    [InlineData("-k add -x", "-k", "add", "-x")]
    [InlineData("  -k \t add\n-x\r\n", "-k", "add", "-x")]
    [InlineData("-k 'add and not slow'", "-k", "add and not slow")]
    [InlineData("-k \"add and not slow\"", "-k", "add and not slow")]
    [InlineData("a'b c'd\"e f\"g", "ab cde fg")]
    [InlineData("'' \"\" a''", "", "", "a")]
    [InlineData("'say \"hi\"'", "say \"hi\"")]
    [InlineData("\"it's\"", "it's")]
    [InlineData("--deselect=\"{TestRows(n: 1)}\"", "--deselect={TestRows(n: 1)}")]
    [InlineData("ü 测试", "ü", "测试")]
    public void A_line_is_split_as_a_shell_splits_it(string line, params string[] words) =>
        Assert.Equal(words, ShellWords.Split(line));

    [Theory]
    [InlineData(@"C:\tests\a.csproj", @"C:\tests\a.csproj")]
    [InlineData(@"a\\b", @"a\\b")]
    [InlineData(@"a\", @"a\")]
    [InlineData(@"a\ b", @"a\", "b")]
    [InlineData(@"\n", @"\n")]
    [InlineData(@"""C:\a b\c""", @"C:\a b\c")]
    [InlineData(@"'C:\a b\'", @"C:\a b\")]
    public void A_backslash_is_literal(string line, params string[] words) =>
        Assert.Equal(words, ShellWords.Split(line));

    [Theory]
    [InlineData(@"don\'t", "don't")]
    [InlineData(@"\""a\""", "\"a\"")]
    [InlineData(@"""say \""hi\"" to""", "say \"hi\" to")]
    [InlineData(@"""it\'s""", @"it\'s")]
    public void A_backslash_before_a_quote_makes_it_literal(string line, params string[] words) =>
        Assert.Equal(words, ShellWords.Split(line));

    [Theory]
    [InlineData("-k 'add", "'", 4)]
    [InlineData("-k \"add", "\"", 4)]
    [InlineData("don't", "'", 4)]
    [InlineData("'a' \"b'", "\"", 5)]
    [InlineData(@"""C:\dir\""", "\"", 1)]
    public void An_open_quote_is_an_error_that_names_its_place(string line, string quote, int column)
    {
        var error = Assert.Throws<UsageException>(() => ShellWords.Split(line));

        Assert.Equal(
            $"No closing quotation: the {quote} at column {column} of «{line}» is not closed; "
            + $"add a {quote} at the end of the value, or write \\{quote} for the character itself",
            error.Message);
    }
}
