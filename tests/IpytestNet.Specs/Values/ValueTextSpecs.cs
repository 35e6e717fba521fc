using System.Collections;
using System.Collections.Immutable;
using System.Dynamic;
using System.Globalization;
using System.Numerics;
using System.Text;
using IpytestNet.Specs.Rewriting;
using IpytestNet.Values;
using Xunit;

namespace IpytestNet.Specs.Values;

public sealed class ValueTextSpecs
{
    public static TheoryData<object?, string> Scalars => new()
    {
        { null, "null" },
        { true, "true" },
        { "a \"b\" \\ \n\t\0 ü 😀", @"""a \""b\"" \\ \n\t\0 ü 😀""" },
        { "", "\"\"" },
        { 'a', "'a'" },
        { '\'', @"'\''" },
        { '"', "'\"'" },
        { '\u2028', @"'\u2028'" },
        { '\ud83d', @"'\uD83D'" },
        { 3, "3" },
        { (byte)254, "254" },
        { -5L, "-5" },
        { 1.5, "1.5" },
        { 2.0, "2" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { 1e20, "1E+20" },
        { double.NaN, "double.NaN" },
        { double.NegativeInfinity, "double.NegativeInfinity" },
        { 0.1f, "0.1" },
        { float.PositiveInfinity, "float.PositiveInfinity" },
        { Half.NaN, "Half.NaN" },
        { 1.50m, "1.50" },
        { BigInteger.Pow(10, 25), "10000000000000000000000000" },
        { (int?)5, "5" },
        { DayOfWeek.Monday, "DayOfWeek.Monday" },
        { (DayOfWeek)9, "(DayOfWeek)9" },
        { FileAccess.Read | FileAccess.Write, "FileAccess.ReadWrite" },
        { FileShare.Read | FileShare.Delete, "FileShare.Read | FileShare.Delete" },
        { new DateTime(2024, 2, 29, 10, 0, 0, DateTimeKind.Utc), "2024-02-29T10:00:00Z" },
        { new DateTime(2024, 2, 29, 10, 0, 0, 1), "2024-02-29T10:00:00.001" },
        { new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.FromHours(2)), "2024-01-01T00:00:00+02:00" },
        { new DateOnly(2024, 2, 29), "2024-02-29" },
        { new TimeOnly(10, 30), "10:30:00" },
        { TimeSpan.FromSeconds(90), "00:01:30" },
        { Guid.Empty, "00000000-0000-0000-0000-000000000000" },
        { new Uri("https://example.org/a?b=c"), "https://example.org/a?b=c" },
        { new Version(1, 2), "1.2" },
        { DBNull.Value, "DBNull" },
        { typeof(List<int>), "List<int>" },
        { new StringBuilder("text"), "text" },
        { new StringBuilder(), "StringBuilder \"\"" },
        { new DivideByZeroException(), "DivideByZeroException: Attempted to divide by zero." },
        { new InvalidOperationException("one\ntwo"), @"InvalidOperationException: one\ntwo" },
        { new object(), "object {}" },
    };

    public static TheoryData<object, string> Collections => new()
    {
        { Enumerable.Range(1, 3).ToArray(), "[1, 2, 3]" },
        { Array.Empty<string>(), "[]" },
        { new List<string?> { "a", null }, "[\"a\", null]" },
        { Enumerable.Range(0, 100).ToArray(), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ... 90 more]" },
        { Enumerable.Range(0, 10).ToList(), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]" },
        { Enumerable.Range(0, 100).Where(x => x > 1), "[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, ...]" },
        { new HashSet<int> { 1, 2 }, "[1, 2]" },
        { Enumerable.Range(1, 2).ToImmutableArray(), "[1, 2]" },
        { new Queue<char>("ab"), "['a', 'b']" },
        { new byte[] { 1, 250 }, "[0x01, 0xFA]" },
        { new[,] { { 1, 2 }, { 3, 4 } }, "[[1, 2], [3, 4]]" },
        { new int[2, 0], "[[], []]" },
        { new int[][] { [1], [2, 3] }, "[[1], [2, 3]]" },
        { new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }, "{ [\"a\"] = 1, [\"b\"] = 2 }" },
        { new Dictionary<string, int>(), "{}" },
        { new Hashtable { [1] = "x" }, "{ [1] = \"x\" }" },
        { new SortedDictionary<int, string> { [1] = "x" }, "{ [1] = \"x\" }" },
        { new Dictionary<(int, int), string> { [(1, 2)] = "x" }, "{ [(1, 2)] = \"x\" }" },
        { KeyValuePair.Create("a", 1), "[\"a\"] = 1" },
        { new List<string> { "a", "b", "a" }.GroupBy(x => x).First(), "[\"a\"] = [\"a\", \"a\"]" },
        { new List<string> { "a", "b", "a" }.ToLookup(x => x), "[[\"a\"] = [\"a\", \"a\"], [\"b\"] = [\"b\"]]" },
        { (1, "a"), "(1, \"a\")" },
        { (1, 2, 3, 4, 5, 6, 7, 8, 9), "(1, 2, 3, 4, 5, 6, 7, 8, 9)" },
        { Tuple.Create(1, (2, 3)), "(1, (2, 3))" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_single_value_is_written_as_in_CSharp(object? value, string text) => Assert.Equal(text, ValueText.Of(value));

    [Theory]
    [MemberData(nameof(Collections))]
    public void A_collection_is_written_with_its_first_elements(object value, string text) => Assert.Equal(text, ValueText.Of(value));

    [Theory]
    [InlineData("enum Color { Red } Color.Red", "Color.Red")]
    [InlineData("[Flags] enum Perm { None = 0, Read = 1, Write = 2 } Perm.Read | Perm.Write", "Perm.Read | Perm.Write")]
    [InlineData("record Person(string Name, int Age); new Person(\"Ann\", 3)", "Person { Name = \"Ann\", Age = 3 }")]
    [InlineData("record struct P(int X) { public int Y = 2; public int Twice => X * 2; } new P(1)", "P { X = 1, Y = 2 }")]
    [InlineData("record P(int X); record Q(int X, int Y) : P(X); new Q(1, 2)", "Q { X = 1, Y = 2 }")]
    [InlineData("record P(int X) { public override string ToString() => \"mine\"; } new P(1)", "mine")]
    [InlineData("record P(int X) { public sealed override string ToString() => \"mine\"; } record Q(int X) : P(X); new Q(1)", "mine")]
    [InlineData("record P(int X) { protected virtual bool PrintMembers(System.Text.StringBuilder b) { b.Append(\"mine\"); return true; } } new P(1)", "P { mine }")]
    [InlineData("new { A = 1, B = new { C = \"x\" } }", "{ A = 1, B = { C = \"x\" } }")]
    [InlineData("class Person { public string Name { get; set; } = \"Ann\"; public int Age = 3; int _secret = 4; int Hidden { get; } } new Person()", "Person { Name = \"Ann\", Age = 3 }")]
    [InlineData("class Addr { public string Line(int i) => \"\"; } new Addr()", "Addr {}")]
    [InlineData("class A { public virtual int X { get; set; } = 1; } class B : A { public override int X { get; set; } = 2; public int Y = 3; } new B()", "B { X = 2, Y = 3 }")]
    [InlineData("class P { public int Value => throw new Exception(); public int X { get => field; set; } = 1; } new P()", "P { X = 1 }")]
    [InlineData("struct S { public int A; } new S { A = 1 }", "S { A = 1 }")]
    [InlineData("class M { public override string ToString() => \"<3>\"; } new[] { new M() }", "[<3>]")]
    [InlineData("class N { public string V; public N Next; } var n = new N { V = \"a\" }; n.Next = new N { V = \"b\", Next = n }; n", "N { V = \"a\", Next = N { V = \"b\", Next = <cycle> } }")]
    [InlineData("var l = new List<object>(); l.Add(l); l", "[<cycle>]")]
    [InlineData("var same = new { A = 1 }; new[] { same, same }", "[{ A = 1 }, { A = 1 }]")]
    [InlineData("class N { public int D; public N Next; } new N { Next = new N { D = 1, Next = new N { D = 2, Next = new N { D = 3 } } } }", "N { D = 0, Next = N { D = 1, Next = N { D = 2, Next = N { ... } } } }")]
    [InlineData("new[] { new[] { new[] { new[] { 1 }, new int[0] } } }", "[[[[...], []]]]")]
    [InlineData("int Twice(int x) => x * 2; (Func<int, int>)Twice", "Func<int, int> Twice")]
    [InlineData("(Func<int, int>)(x => x)", "Func<int, int>")]
    [InlineData("Task.FromResult(3)", "Task<int> { Status = RanToCompletion, Result = 3 }")]
    [InlineData("async Task<int> F() { await Task.Yield(); return 3; } var t = F(); await t; t", "Task<int> { Status = RanToCompletion, Result = 3 }")]
    [InlineData("async Task F() { await Task.Yield(); } var t = F(); await t; t", "Task { Status = RanToCompletion }")]
    [InlineData("new TaskCompletionSource<int>().Task", "Task<int> { Status = WaitingForActivation }")]
    [InlineData("Task.FromException(new Exception(\"no\"))", "Task { Status = Faulted, Exception = Exception: no }")]
    [InlineData("new ValueTask<int>(3)", "ValueTask<int> { IsCompleted = true }")]
    [InlineData("async IAsyncEnumerable<int> F() { yield return 1; await Task.Yield(); } F()", "IAsyncEnumerable<int> (not enumerated)")]
    public async Task A_value_of_a_cell_is_written_by_its_parts(string cell, string text) =>
        Assert.Equal(text, ValueText.Of(await ScriptCell.RunAsync(cell)));

    [Theory]
    [InlineData("class Bad { public override string ToString() => throw new InvalidOperationException(\"no\\nstring\"); } new Bad()", @"<ToString threw InvalidOperationException: no\nstring>")]
    [InlineData("class Bad { public override string ToString() => null; } new Bad()", "<ToString returned null>")]
    [InlineData("IEnumerable<int> Bad() { yield return 1; throw new IOException(\"gone\"); } Bad()", "[1, <enumerator threw IOException: gone>]")]
    [InlineData("class Bad : Exception { public override string Message => throw new IOException(); } new Bad()", "Bad: <Message threw IOException>")]
    [InlineData("class Bad : IReadOnlyList<int> { public int Count => throw new NotSupportedException(\"no\"); public int this[int i] => 0; public IEnumerator<int> GetEnumerator() => null; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null; } new Bad()", "[<enumerator threw NotSupportedException: no>]")]
    [InlineData("default(System.Collections.Immutable.ImmutableArray<int>)", "[<enumerator threw InvalidOperationException: This operation cannot be performed on a default instance of ImmutableArray<T>.  Consider initializing the array, or checking the ImmutableArray<T>.IsDefault property.>]")]
    public async Task What_the_code_of_a_value_throws_is_told_in_its_place(string cell, string text) =>
        Assert.Equal(text, ValueText.Of(await ScriptCell.RunAsync(cell), ValueTextOptions.Notebook with { LineWidth = 0 }));

    [Fact]
    public async Task A_ToString_that_recurses_for_ever_does_not_end_the_process()
    {
        var value = await ScriptCell.RunAsync("class Bad { public override string ToString() => IpytestNet.Values.ValueText.Of(new Bad()); } new Bad()");

        var text = await Task.Run(() => ValueText.Of(value), TestContext.Current.CancellationToken);

        Assert.Contains("threw InsufficientExecutionStackException", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_sequence_is_enumerated_up_to_the_limit()
    {
        var count = 0;

        var text = ValueText.Of(Forever());

        Assert.Equal("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...]", text);
        Assert.Equal(11, count);

        IEnumerable<int> Forever()
        {
            while (true)
                yield return ++count;
        }
    }

    [Fact]
    public void A_message_enumerates_nothing_that_is_no_collection()
    {
        var count = 0;
        var sequence = Enumerable.Range(1, 2).Select(x => count++);

        var text = ValueText.Of(sequence, ValueTextOptions.Assertion);

        Assert.Equal("IEnumerable<int> (not enumerated)", text);
        Assert.Equal(0, count);
    }

    [Fact]
    public void A_message_shows_what_tells_values_apart()
    {
        object[] values = [new DateTime(2024, 2, 29, 10, 0, 0, DateTimeKind.Utc), new TimeOnly(10, 0), "a\u200Bb", typeof(int)];

        var texts = values.Select(value => ValueText.Of(value, ValueTextOptions.Assertion));

        Assert.Equal(["2024-02-29T10:00:00.0000000Z", "10:00:00.0000000", @"""a\u200Bb""", "typeof(int)"], texts);
    }

    [Fact]
    public void A_message_keeps_values_short()
    {
        var texts = new List<object> { new string('x', 1000), Enumerable.Repeat(new string('y', 100), 10).ToList(), new Version(1, 2).ToString() }
            .ConvertAll(value => ValueText.Of(value, ValueTextOptions.Assertion));

        Assert.Equal($"\"{new string('x', 139)}\"... (1000 characters)", texts[0]);
        Assert.Equal($"[\"{new string('y', 100)}\", \"{new string('y', 34)}\"... (100 characters), ... 8 more]", texts[1]);
        Assert.Equal("\"1.2\"", texts[2]);
    }

    [Fact]
    public void A_string_is_not_cut_within_a_character()
    {
        var text = ValueText.Of(string.Concat(Enumerable.Repeat("😀", 20)), new ValueTextOptions { MaxLength = 17 });

        Assert.Equal($"\"{string.Concat(Enumerable.Repeat("😀", 8))}\"... (40 characters)", text);
    }

    [Fact]
    public async Task A_long_value_is_written_an_element_a_line()
    {
        var value = await ScriptCell.RunAsync("""
            record Person(string Name, int[] Scores);
            new[] { "Ann", "Bob", "Christopher" }.Select(n => new Person(n, new[] { 100, 200, 300, 400 })).ToDictionary(p => p.Name)
            """);

        var text = ValueText.Of(value);

        Assert.Equal(
            """
            {
              ["Ann"] = Person { Name = "Ann", Scores = [100, 200, 300, 400] },
              ["Bob"] = Person { Name = "Bob", Scores = [100, 200, 300, 400] },
              ["Christopher"] = Person { Name = "Christopher", Scores = [100, 200, 300, 400] }
            }
            """,
            text);
    }

    [Fact]
    public void Text_of_several_lines_keeps_them_only_where_it_stands_alone()
    {
        var value = new StringBuilder("one\r\ntwo");

        Assert.Equal("one\r\ntwo", ValueText.Of(value));
        Assert.Equal(@"[one\ntwo]", ValueText.Of(new[] { value }));
    }

    [Fact]
    public void An_object_that_grows_on_access_is_written_by_its_members()
    {
        dynamic value = new ExpandoObject();
        value.A = 1;

        Assert.Equal("{ A = 1 }", ValueText.Of((object)value));
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = culture;

        Assert.Equal("[1.5, 2.5]", ValueText.Of(new object[] { 1.5, 2.5m }));
    }

    [Theory]
    [InlineData("<p>Hello <b>World</b></p><p>a &lt; b</p>", "Hello World\na < b")]
    [InlineData("a<br/>b<script>var x = '<p>';</script>", "a\nb")]
    [InlineData("<svg width='1'></svg>", "<svg width='1'></svg>")]
    public void Markup_as_text_is_its_words(string markup, string text) => Assert.Equal(text, ValueText.Of(new Html(markup)));
}
