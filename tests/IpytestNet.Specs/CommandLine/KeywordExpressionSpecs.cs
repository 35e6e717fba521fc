using IpytestNet.CommandLine;
using Xunit;

namespace IpytestNet.Specs.CommandLine;

public sealed class KeywordExpressionSpecs
{
    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("a", "b", false)]
    [InlineData("not a", "a", false)]
    [InlineData("not not a", "a", true)]
    [InlineData("a and b", "a", false)]
    [InlineData("a and b", "a b", true)]
    [InlineData("a or b", "b", true)]
    [InlineData("a or b", "c", false)]
    [InlineData("(a)", "a", true)]
    [InlineData("((a or b))and(c)", "b c", true)]
    [InlineData("\ta\tor\nb ", "b", true)]
    [InlineData("a and b and c", "a b c", true)]
    [InlineData("a or b or c", "c", true)]
    public void An_expression_is_decided_by_the_names_that_hold(string expression, string names, bool expected) =>
        Assert.Equal(expected, Matches(expression, names));

    [Theory]
    [InlineData("a or b and c", "a", true)]
    [InlineData("(a or b) and c", "a", false)]
    [InlineData("a and b or c", "c", true)]
    [InlineData("a and (b or c)", "c", false)]
    [InlineData("not a and b", "b", true)]
    [InlineData("not (a and b)", "b", true)]
    [InlineData("not a or b", "a b", true)]
    [InlineData("not (a or b)", "b", false)]
    public void Not_binds_tighter_than_and_and_that_tighter_than_or(string expression, string names, bool expected) =>
        Assert.Equal(expected, Matches(expression, names));

    [Theory]
    [InlineData("Notebook.ipynb::Calc")]
    [InlineData("rows[1-2]")]
    [InlineData("a+b")]
    [InlineData("dir/sub\\file")]
    [InlineData("_private")]
    [InlineData("123")]
    [InlineData("-dash")]
    [InlineData("über_größe")]
    [InlineData("测试")]
    [InlineData("𝒳")]
    [InlineData("android")]
    [InlineData("notebook")]
    [InlineData("AND")]
    [InlineData("Not")]
    [InlineData("True")]
    public void A_name_may_have_every_sign_that_node_ids_have(string name)
    {
        List<string> asked = [];

        KeywordExpression.Parse(name).Matches(part =>
        {
            asked.Add(part);
            return true;
        });

        Assert.Equal([name], asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void An_empty_expression_matches_everything(string expression) =>
        Assert.True(Matches(expression, ""));

    [Theory]
    [InlineData("add and", 8, "expected not OR left parenthesis OR identifier; got end of input")]
    [InlineData("(", 2, "expected not OR left parenthesis OR identifier; got end of input")]
    [InlineData("()", 2, "expected not OR left parenthesis OR identifier; got right parenthesis")]
    [InlineData("or a", 1, "expected not OR left parenthesis OR identifier; got or")]
    [InlineData("a and or b", 7, "expected not OR left parenthesis OR identifier; got or")]
    [InlineData("not", 4, "expected not OR left parenthesis OR identifier; got end of input")]
    [InlineData("a b", 3, "expected end of input; got identifier")]
    [InlineData("a not b", 3, "expected end of input; got not")]
    [InlineData("a)", 2, "expected end of input; got right parenthesis")]
    [InlineData("(a", 3, "expected right parenthesis; got end of input")]
    [InlineData("(a and b c)", 10, "expected right parenthesis; got identifier")]
    [InlineData("Rows(n: 1)", 5, "expected end of input; got left parenthesis")]
    [InlineData("a & b", 3, "unexpected character \"&\"")]
    [InlineData("a == b", 3, "unexpected character \"=\"")]
    public void A_wrong_expression_is_an_error_that_names_the_column(string expression, int column, string problem)
    {
        var error = Assert.Throws<UsageException>(() => KeywordExpression.Parse(expression));

        Assert.Equal($"Wrong expression passed to '-k': {expression}: at column {column}: {problem}", error.Message);
        Assert.False(error.ShowsUsage);
    }

    [Fact]
    public void It_prints_as_it_was_written() =>
        Assert.Equal("a and  b", KeywordExpression.Parse("a and  b").ToString());

    private static bool Matches(string expression, string names) =>
        KeywordExpression.Parse(expression).Matches(name => names.Split(' ').Contains(name));
}
