using IpytestNet.CommandLine;
using IpytestNet.Toml;
using Xunit;

namespace IpytestNet.Specs.Toml;

public sealed class TomlReaderSpecs
{
    [Theory]
    [InlineData("a = 1", "|a|1")]
    [InlineData("# only a comment\n\n", "")]
    [InlineData("[t]\na = true # yes\nb = 1.5", "t|a|true t|b|1.5")]
    [InlineData("[tool.coverage.run]\n'quoted key' = \"x\"", "tool.coverage.run|quoted key|x")]
    [InlineData("a.b.c = 'x'", "a.b|c|x")]
    [InlineData("[t]\na = { b = 1, c = ['x'] }", "t.a|b|1 t.a|c|x")]
    [InlineData("a = [\n  'x', # first\n  \"y\",\n]\nb = []", "|a|x,y |b|")]
    [InlineData("a = \"tab\\tquote\\\"\\u00e9\"", "|a|tab\tquote\"é")]
    [InlineData("a = 'C:\\raw'", "|a|C:\\raw")]
    [InlineData("a = '''\none\n'two'\n'''", "|a|one\n'two'\n")]
    [InlineData("a = \"\"\"one \\\n   two\"\"\"", "|a|one two")]
    [InlineData("[[many]]\na = 1\n[[many]]\na = 2", "many|a|1 many|a|2")]
    [InlineData("a = [{ x = 1 }, 'y']", "|a|y")]
    [InlineData("when = 1979-05-27T07:32:00Z", "|when|1979-05-27T07:32:00Z")]
    public void Tables_keys_and_values_are_read(string text, string entries) =>
        Assert.Equal(entries, string.Join(' ', TomlReader.Read("p.toml", text).Select(entry => $"{entry.Table}|{entry.Key}|{string.Join(',', entry.Values)}")));

    [Fact]
    public void The_line_of_a_key_is_known() =>
        Assert.Equal([2, 6], TomlReader.Read("p.toml", "[t]\na = [\n 'x',\n]\n\nb = 2\n").Select(entry => entry.Line));

    [Theory]
    [InlineData("a = ", "p.toml:1: expected a value, but got ''; write a text in quotes")]
    [InlineData("a = yes", "p.toml:1: expected a value, but got 'yes'; write a text in quotes")]
    [InlineData("\na 1", "p.toml:2: expected '=', but got '1'; write key = value")]
    [InlineData("[t", "p.toml:1: expected ']', but got ''; a table is written as [tool.coverage.run]")]
    [InlineData("a = 'x", "p.toml:1: a text begins here that has no end; close it with '")]
    [InlineData("a = \"\"\"\nx\n", "p.toml:1: a text begins here that has no end; close it with \"\"\"")]
    [InlineData("a = ['x' 'y']", "p.toml:1: expected ']', but got ''y']'; values of an array are divided by commas")]
    [InlineData("a = 1\nb = 'x' y", "p.toml:2: expected the end of the line, but got 'y'")]
    [InlineData("a = \"\\q\"", "p.toml:1: '\\q' means nothing in a text; write \\\\ for a backslash, or quote the text with '")]
    [InlineData("= 1", "p.toml:1: expected a key, but got '= 1'")]
    public void What_is_malformed_is_told_with_its_line(string text, string error) =>
        Assert.Equal(error, Assert.Throws<UsageException>(() => TomlReader.Read("p.toml", text)).Message);
}
