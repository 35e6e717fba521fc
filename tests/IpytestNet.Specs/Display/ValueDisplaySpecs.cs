using IpytestNet.Kernel.Display;
using IpytestNet.Specs.Rewriting;
using Xunit;

namespace IpytestNet.Specs.Display;

public sealed class ValueDisplaySpecs
{
    [Theory]
    [InlineData("3", "3")]
    [InlineData("null", "null")]
    [InlineData("\"<b>\"", "\"<b>\"")]
    [InlineData("new[] { 1, 2 }", "[1, 2]")]
    [InlineData("new { A = 1 }", "{ A = 1 }")]
    [InlineData("new object[] { new { A = 1 }, 2 }", "[{ A = 1 }, 2]")]
    [InlineData("new[] { new Version(1, 2) }", "[1.2]")]
    [InlineData("new List<int[]> { new[] { 1 } }", "[[1]]")]
    [InlineData("new List<Exception> { new IOException(\"no\") }", "[IOException: no]")]
    [InlineData("new int[2, 1]", "[[0], [0]]")]
    public async Task A_value_without_HTML_is_shown_as_text(string cell, string text)
    {
        var bundle = ValueDisplay.Bundle(await ScriptCell.RunAsync(cell));

        Assert.Equal(text, bundle.PlainText);
        Assert.Equal(["text/plain"], bundle.Formats.Keys);
    }

    [Theory]
    [InlineData("class V : IpytestNet.Values.IHtmlValue { public string ToHtml() => \"<b>v</b>\"; } new V()", "V {}")]
    [InlineData("class V { public string ToHtml() => \"<b>v</b>\"; public override string ToString() => \"v\"; } new V()", "v")]
    [InlineData("struct V { public string ToHtml() => \"<b>v</b>\"; } new V()", "V {}")]
    [InlineData("new IpytestNet.Values.Html(\"<b>v</b>\")", "v")]
    public async Task A_value_may_offer_HTML_beside_its_text(string cell, string text)
    {
        var bundle = ValueDisplay.Bundle(await ScriptCell.RunAsync(cell));

        Assert.Equal("<b>v</b>", bundle.Formats["text/html"]);
        Assert.Equal(text, bundle.PlainText);
    }

    [Theory]
    [InlineData("class V { public string ToHtml() => throw new InvalidOperationException(\"no\"); } new V()", "V {}\n<ToHtml threw InvalidOperationException: no>")]
    [InlineData("class V { public string ToHtml() => null; } new V()", "V {}")]
    [InlineData("class V { public int ToHtml() => 1; } new V()", "V {}")]
    [InlineData("class V { public string ToHtml<T>() => \"\"; } new V()", "V {}")]
    public async Task A_value_whose_HTML_is_not_to_be_had_is_shown_as_text(string cell, string text)
    {
        var bundle = ValueDisplay.Bundle(await ScriptCell.RunAsync(cell));

        Assert.Equal(text, bundle.PlainText);
        Assert.Equal(["text/plain"], bundle.Formats.Keys);
    }

    [Theory]
    [InlineData("record P(string Name, int? Age); new[] { new P(\"<Ann>\", 3), new P(\"Bob\", null) }", "Name Age|&lt;Ann&gt; 3|Bob null")]
    [InlineData("new[] { new { A = 1, B = new[] { 1, 2 } } }.Where(x => true)", "A B|1 [1, 2]")]
    [InlineData("class A { public int X = 1; } class B : A { public int Y { get; } = 2; } new A[] { new A(), new B() }", "X Y|1 |1 2")]
    [InlineData("new Dictionary<string, int> { [\"a\"] = 1 }", "Key Value|a 1")]
    [InlineData("new List<(int, string)> { (1, \"a\") }", "Item1 Item2|1 a")]
    public async Task A_collection_of_records_is_shown_as_a_table_too(string cell, string table)
    {
        var bundle = ValueDisplay.Bundle(await ScriptCell.RunAsync(cell));

        Assert.Equal(table, Rows(bundle));
    }

    [Fact]
    public void A_table_has_at_most_twenty_rows()
    {
        var html = ValueDisplay.Bundle(Enumerable.Range(0, 50).Select(x => new { X = x }).ToList()).Formats["text/html"];

        Assert.Equal(21, html.Split("<tr>").Length - 1);
        Assert.EndsWith("<p>... 30 more</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_value_is_shortened_in_a_table()
    {
        var row = new { Text = new string('x', 1000) };

        Assert.Equal($"Text|{new string('x', 100)}...", Rows(ValueDisplay.Bundle(new[] { row })));
    }

    [Fact]
    public void A_sequence_is_enumerated_once_for_all_formats()
    {
        var count = 0;
        var sequence = Enumerable.Range(0, 3).Select(x => new { X = count++ });

        var bundle = ValueDisplay.Bundle(sequence);

        Assert.Equal("[{ X = 0 }, { X = 1 }, { X = 2 }]", bundle.PlainText);
        Assert.Equal("X|0|1|2", Rows(bundle));
        Assert.Equal(3, count);
    }

    [Fact]
    public async Task A_sequence_that_throws_shows_what_it_gave()
    {
        var bundle = ValueDisplay.Bundle(await ScriptCell.RunAsync("IEnumerable<(int, int)> F() { yield return (1, 2); throw new IOException(\"gone\"); } F()"));

        Assert.Equal("[(1, 2), <enumerator threw IOException: gone>]", bundle.PlainText);
        Assert.EndsWith("<p>&lt;enumerator threw IOException: gone&gt;</p>", bundle.Formats["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_bundle_is_shown_as_it_is()
    {
        var bundle = MimeBundle.Of("text", "<b>");

        Assert.Same(bundle, ValueDisplay.Bundle(bundle));
    }

    /// <summary>Gives the cells of the table, rows divided by bars.</summary>
    private static string Rows(MimeBundle bundle) =>
        string.Join('|', bundle.Formats["text/html"]
            .Split("</tr>")[..^1]
            .Select(row => row[(row.IndexOf("<tr>", StringComparison.Ordinal) + 8)..^5].Replace("</th><th>", " ", StringComparison.Ordinal).Replace("</td><td>", " ", StringComparison.Ordinal)));
}
