using System.Collections.Immutable;
using System.Data;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using IpytestNet.Specs.Rewriting;
using IpytestNet.Values;
using Xunit;

namespace IpytestNet.Specs.Values;

/// <summary>Values as the message of an assertion shows them.</summary>
public sealed class AssertionValueSpecs
{
    public static TheoryData<object?, string> Numbers => new()
    {
        { 0.1f, "0.1" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { -0.0, "-0" },
        { 19.990m, "19.990" },
        { (Half)0.5, "0.5" },
        { Int128.MaxValue, "170141183460469231731687303715884105727" },
        { BigInteger.Pow(2, 70), "1180591620717411303424" },
        { new Complex(1, -2), "<1; -2>" },
        { (nint)5, "5" },
        { ^1, "^1" },
        { 1..^1, "1..^1" },
    };

    public static TheoryData<object, string> OfThePlatform => new()
    {
        { new Memory<int>([1, 2, 3]), "[1, 2, 3]" },
        { new ReadOnlyMemory<byte>([1, 250]), "[0x01, 0xFA]" },
        { new Memory<int>(Enumerable.Range(0, 100).ToArray(), 1, 90), "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ... 80 more]" },
        { "text".AsMemory(1), "\"ext\"" },
        { new ArraySegment<int>([1, 2, 3], 1, 2), "[2, 3]" },
        { new Lazy<int>(() => throw new InvalidOperationException("forced")), "Lazy<int> { IsValueCreated = false }" },
        { new Lazy<int>(3), "Lazy<int> { IsValueCreated = true, Value = 3 }" },
        { new ThreadLocal<int>(() => throw new InvalidOperationException("forced")), "ThreadLocal<int> { IsValueCreated = false }" },
        { new TaskCompletionSource<int>().Task, "Task<int> { Status = WaitingForActivation }" },
        { new StringBuilder("a\n\u00A0"), @"""a\n\u00A0""" },
        { new Regex("a+"), "a+" },
        { Regex.Match("xaab", "a+"), "Match { Success = true, Index = 1, Value = \"aa\" }" },
        { Regex.Match("x", "a+"), "Match { Success = false, Index = 0, Value = \"\" }" },
        { CultureInfo.InvariantCulture, "CultureInfo \"\"" },
        { new List<string> { "a", "b", "a" }.ToLookup(x => x), "[[\"a\"] = [\"a\", \"a\"], [\"b\"] = [\"b\"]]" },
        { new List<string> { "a", "b" }.GroupBy(x => x).First(), "[\"a\"] = [\"a\"]" },
        { JsonNode.Parse("{ \"name\": \"é<\", \"tags\": [1, null] }")!, "{\"name\":\"é<\",\"tags\":[1,null]}" },
        { JsonValue.Create("text"), "\"text\"" },
        { JsonDocument.Parse("{ \"a\": [ 1,\n 2.50 ] }").RootElement, "{\"a\":[1,2.50]}" },
        { JsonDocument.Parse("[1]"), "[1]" },
        { default(JsonElement), "undefined" },
        { new[] { JsonDocument.Parse("\"x\"").RootElement }, "[\"x\"]" },
        { XDocument.Parse("<a>\n  <b c='1' />\n</a>"), "<a><b c=\"1\" /></a>" },
        { new XElement("a", "text"), "<a>text</a>" },
        { XmlOf("<a><b /></a>"), "<a><b /></a>" },
        { Orders(), "DataTable Orders = [{ Id = 1, Name = \"Ann\" }, { Id = 2, Name = DBNull }]" },
        { Orders().Rows[0], "{ Id = 1, Name = \"Ann\" }" },
        { Orders().DefaultView[1], "{ Id = 2, Name = DBNull }" },
        { new DataSet { Tables = { Orders() } }, "DataSet { Orders = DataTable Orders = [{ Id = 1, Name = \"Ann\" }, { Id = 2, Name = DBNull }] }" },
        { ImmutableArray.Create(1, 2), "[1, 2]" },
        { typeof(Dictionary<string, int?>), "typeof(Dictionary<string, int?>)" },
        { new AggregateException(new IOException("one")), "AggregateException: One or more errors occurred. (one)" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_written_to_its_last_digit(object? value, string text) => Assert.Equal(text, Text(value));

    [Theory]
    [MemberData(nameof(OfThePlatform))]
    public void A_value_of_the_platform_is_written_by_what_it_holds(object value, string text) => Assert.Equal(text, Text(value));

    [Theory]
    [InlineData("enum Color { Red } Color.Red", "Color.Red")]
    [InlineData("[Flags] enum F { A = 1, B = 2, C = 4 } F.A | F.C", "F.A, C")]
    [InlineData("class Outer { public record Inner<T>(T V); } new Outer.Inner<int>(1)", "Outer.Inner<int> { V = 1 }")]
    [InlineData("dynamic d = new System.Dynamic.ExpandoObject(); d.Name = \"x\"; d.Tags = new[] { 1 }; (object)d", "{ Name = \"x\", Tags = [1] }")]
    [InlineData("record P(int X) { protected virtual bool PrintMembers(System.Text.StringBuilder b) { b.Append(\"mine\"); return true; } } record Q(int X) : P(X); new Q(1)", "Q { mine }")]
    [InlineData("struct S { public int A; public override bool Equals(object o) => throw new Exception(); public override int GetHashCode() => throw new Exception(); } new S { A = 1 }", "S { A = 1 }")]
    [InlineData("class L : List<int> { public string Name = \"n\"; } new L { 1, 2 }", "[1, 2]")]
    [InlineData("unsafe struct P { public int* At; } unsafe { P p; p.At = (int*)255; return p; }", "P { At = (void*)0xFF }")]
    [InlineData("var f = (ref int x) => x; (object)f", "delegate")]
    [InlineData("Func<int, int> Make() => delegate (int x) { return x; }; Make()", "Func<int, int>")]
    [InlineData("class P { public int X => throw new Exception(\"getter\"); public int Y { get; set; } = 2; } new P()", "P { Y = 2 }")]
    [InlineData("class Shout { public override string ToString() => \"a\\nb\\u001b[31m\\\\ \\\"\"; } new Shout()", @"a\nb\u001B[31m\ """)]
    public async Task A_value_of_a_cell_is_written_by_its_parts(string cell, string text) =>
        Assert.Equal(text, Text(await ScriptCell.RunAsync(cell)));

    [Theory]
    [InlineData("caf\u00e9", "\"caf\u00e9\"")]
    [InlineData("cafe\u0301", @"""cafe\u0301""")]
    [InlineData("a\u00A0b\u3000c", @"""a\u00A0b\u3000c""")]
    [InlineData("a\u200Bb\uFEFF", @"""a\u200Bb\uFEFF""")]
    [InlineData("\u202Eabc\u2066", @"""\u202Eabc\u2066""")]
    [InlineData("\u212B\u212A\u037E", @"""\u212B\u212A\u037E""")]
    [InlineData("a\u3164", @"""a\u3164""")]
    [InlineData("\U000E0041!", @"""\U000E0041!""")]
    [InlineData("❤\uFE0F", @"""❤\uFE0F""")]
    [InlineData("\uE000", @"""\uE000""")]
    [InlineData("😀 हिन्दी ไทย 日本", "\"😀 हिन्दी ไทย 日本\"")]
    [InlineData("\u001b[0m\r\n", @"""\u001B[0m\r\n""")]
    public void A_text_that_looks_like_another_is_told_from_it(string value, string text) => Assert.Equal(text, Text(value));

    [Theory]
    [InlineData("int starts = 0; IEnumerator<int> Gen() { starts++; yield return 1; } Gen()", "IEnumerator<int>")]
    [InlineData("int starts = 0; IEnumerable<int> Gen() { starts++; yield return 1; } Gen()", "IEnumerable<int> (not enumerated)")]
    [InlineData("int n = 1; Func<int> f = () => n; f.Target", "<cell>")]
    [InlineData("object Gen(int n) { Func<int> f = () => n; return f.Target; } new { A = Gen(1) }", "{ A = <closure> }")]
    public async Task What_the_compiler_made_is_not_opened(string cell, string text) => Assert.Equal(text, Text(await ScriptCell.RunAsync(cell)));

    [Fact]
    public void Half_a_character_is_written_by_its_code()
    {
        Assert.Equal(@"""a\uD83Db\uDC4D""", Text("a\ud83db\udc4d"));
        Assert.Equal(@"'\uD83D'", Text('\ud83d'));
        Assert.Equal(@"'\u0301'", Text('\u0301'));
        Assert.Equal(@"'\\'", Text('\\'));
        Assert.Equal("'\"'", Text('"'));
    }

    [Fact]
    public void What_is_cut_says_how_long_it_is()
    {
        Assert.Equal($"\"{new string('x', 136)}\"... (1000000 characters)", Text(new string('x', 1_000_000)));
        Assert.Equal($"{new string('x', 135)}... (10000000 characters)", Text(new OwnText(new string('x', 10_000_000))));
        Assert.Equal("[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ... 90 more]", Text(Enumerable.Range(0, 100).ToList()));
    }

    [Fact]
    public void A_message_shows_about_160_characters_of_a_value_at_most()
    {
        object many = Enumerable.Range(0, 10).Select(_ => Enumerable.Range(0, 10).Select(_ => Enumerable.Range(0, 10).Select(_ => new object()).ToArray()).ToArray()).ToArray();
        object[] values =
        [
            new string('\0', 1000),
            string.Concat(Enumerable.Repeat("😀\n", 1000)),
            new OwnText(string.Concat(Enumerable.Repeat("\r\n", 1000))),
            new InvalidOperationException(new string('x', 100_000)),
            many,
            Enumerable.Range(0, 100).ToDictionary(i => new string('k', 200) + i, i => new { Long = new string('v', 200) }),
            BigInteger.Pow(10, 20_000),
        ];

        Assert.All(values.Select(Text), text => Assert.InRange(text.Length, 100, 230));
    }

    [Fact]
    public void A_graph_of_any_depth_and_size_is_written_within_its_limits()
    {
        var chain = new Link();
        for (var i = 0; i < 1_000_000; i++)
            chain = new Link { Next = chain };
        var knot = new object?[10];
        Array.Fill(knot, knot);

        Assert.Equal("Link { Next = Link { Next = Link { Next = Link { ... } } } }", Text(chain).Replace("AssertionValueSpecs.", "", StringComparison.Ordinal));
        Assert.EndsWith("...", ValueText.Of(chain, ValueTextOptions.Assertion with { MaxDepth = int.MaxValue, MaxLength = int.MaxValue }).TrimEnd('}', ' '), StringComparison.Ordinal);
        Assert.Equal("[<cycle>, <cycle>, <cycle>, <cycle>, <cycle>, <cycle>, <cycle>, <cycle>, <cycle>, <cycle>]", Text(knot));
    }

    private static string Text(object? value) => ValueText.Of(value, ValueTextOptions.Assertion);

    private static XmlDocument XmlOf(string text)
    {
        var document = new XmlDocument();
        document.LoadXml(text);
        return document;
    }

    private static DataTable Orders()
    {
        var table = new DataTable("Orders") { Columns = { { "Id", typeof(int) }, { "Name", typeof(string) } } };
        table.Rows.Add(1, "Ann");
        table.Rows.Add(2, null);
        return table;
    }

    private sealed class OwnText(string text)
    {
        public override string ToString() => text;
    }

    private sealed class Link
    {
        public Link? Next { get; init; }
    }
}
