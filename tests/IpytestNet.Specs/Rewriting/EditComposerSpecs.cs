using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace IpytestNet.Specs.Rewriting;

public sealed class EditComposerSpecs
{
    [Fact]
    public void Insertions_at_one_place_come_in_the_order_of_the_rewriters()
    {
        var result = EditComposer.Apply("x", [[new TextEdit(0, 0, "a"), new TextEdit(0, 0, "b")], [new TextEdit(0, 0, "c")]]);

        Assert.Equal("abcx", result.Text);
    }

    [Fact]
    public void What_two_rewriters_put_around_a_node_nests()
    {
        const string text = "x+1";
        var sum = SyntaxFactory.ParseExpression(text);

        var result = EditComposer.Apply(text, [Around(sum, "A(", ", a)"), Around(sum, "B(", ", b)")]);

        Assert.Equal("A(B(x+1, b), a)", result.Text);
    }

    [Fact]
    public void What_one_rewriter_puts_around_nodes_nests_as_they_do()
    {
        const string text = "x+1";
        var sum = (BinaryExpressionSyntax)SyntaxFactory.ParseExpression(text);

        var result = EditComposer.Apply(text, [[.. Around(sum.Left, "in(", ")"), .. Around(sum, "out(", "]"), .. Around(sum.Right, "in(", ")")]]);

        Assert.Equal("out(in(x)+in(1)]", result.Text);
    }

    [Fact]
    public void What_closes_a_statement_stands_before_what_opens_the_next()
    {
        const string text = "{A();B();}";
        var block = (BlockSyntax)SyntaxFactory.ParseStatement(text);

        var result = EditComposer.Apply(text, [[TextEdit.Before(block.Statements[1], "open ")], [TextEdit.After(block.Statements[0], " close")]]);

        Assert.Equal("{A(); closeopen B();}", result.Text);
    }

    [Fact]
    public void Insertions_stand_around_a_replaced_token()
    {
        const string text = "name;";
        var name = SyntaxFactory.ParseExpression("name");

        var result = EditComposer.Apply(text, [[TextEdit.Replace(name.GetFirstToken(), "other")], Around(name, "(", ")")]);

        Assert.Equal("(other);", result.Text);
    }

    [Fact]
    public void Two_changes_of_one_place_are_an_error_that_names_both()
    {
        var error = Assert.Throws<InvalidOperationException>(() => EditComposer.Apply("name", [[new TextEdit(0, 4, "outer")], [new TextEdit(2, 0, "inner")]]));

        Assert.Contains("outer", error.Message, StringComparison.Ordinal);
        Assert.Contains("inner", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0, "a\nb")]
    [InlineData(0, 2, "")]
    [InlineData(0, 0, "\r\n")]
    public void A_change_of_the_number_of_lines_is_an_error(int start, int length, string newText) =>
        Assert.Throws<InvalidOperationException>(() => EditComposer.Apply("x\ny", [[new TextEdit(start, length, newText)]]));

    [Fact]
    public void A_change_outside_the_text_is_an_error() =>
        Assert.Throws<InvalidOperationException>(() => EditComposer.Apply("x", [[new TextEdit(1, 1, "y")]]));

    [Fact]
    public void Every_position_of_the_original_is_found_again()
    {
        const string text = "int x = 1; Assert(x == 2, \"m\");\nx.Foo();";

        var result = EditComposer.Apply(text, [new AssertRewriter().Rewrite(CellSyntax.Parse(text, new HashSet<string>()))]);

        foreach (var part in new[] { "int x", "x == 2", "\"m\"", "x.Foo", "Foo();" })
        {
            var position = result.Text.LastIndexOf(part, StringComparison.Ordinal);
            Assert.Equal(text.LastIndexOf(part, StringComparison.Ordinal), result.ToOriginal(part == "x == 2" ? result.Text.IndexOf(part, StringComparison.Ordinal) : position));
        }
    }

    [Fact]
    public void A_position_in_new_text_maps_to_where_it_was_inserted()
    {
        var result = EditComposer.Apply("abc", [[new TextEdit(1, 0, "12"), new TextEdit(2, 1, "345")]]);

        Assert.Equal("a12b345", result.Text);
        Assert.Equal([0, 1, 1, 1, 2, 2, 2, 3], Enumerable.Range(0, 8).Select(result.ToOriginal));
    }

    [Fact]
    public void A_text_without_edits_stays_as_it_is()
    {
        var result = EditComposer.Apply("abc", []);

        Assert.Equal("abc", result.Text);
        Assert.Equal(2, result.ToOriginal(2));
    }

    private static TextEdit[] Around(SyntaxNode node, string open, string close) => [TextEdit.Before(node, open), TextEdit.After(node, close)];
}
