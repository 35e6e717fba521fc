using IpytestNet.Reporting;
using Xunit;

namespace IpytestNet.Specs.Reporting;

public sealed class DisplayWidthSpecs
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("Größe", 5)]
    [InlineData("Gro\u0308ße", 5)]
    [InlineData("日本語", 6)]
    [InlineData("ﾃｽﾄ", 3)]
    [InlineData("한국어", 6)]
    [InlineData("😀", 2)]
    [InlineData("👨‍👩‍👧", 2)]
    [InlineData("❤️", 2)]
    [InlineData("🇩🇪", 2)]
    [InlineData("a\u200Bb", 2)]
    [InlineData("a\tb\a", 2)]
    public void Text_takes_as_many_columns_as_a_terminal_gives_it(string text, int columns) =>
        Assert.Equal(columns, DisplayWidth.Of(text));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 5, "ab...")]
    [InlineData("abcdef", 3, "...")]
    [InlineData("abcdef", 2, null)]
    [InlineData("日本語", 5, "日...")]
    [InlineData("日本語", 4, "...")]
    [InlineData("👨‍👩‍👧abc", 4, "...")]
    [InlineData("👨‍👩‍👧abcd", 5, "👨‍👩‍👧...")]
    public void Text_is_cut_between_characters(string text, int columns, string? expected) =>
        Assert.Equal(expected, DisplayWidth.Cut(text, columns));
}
