using IpytestNet.CommandLine;
using Xunit;

namespace IpytestNet.Specs.CommandLine;

public sealed class ArgumentFormatterSpecs
{
    [Theory]
    [InlineData("", "")]
    [InlineData("-k", "-k")]
    [InlineData("{MODULE}", "n.ipynb")]
    [InlineData("{MODULE}::TestAdds", "n.ipynb::TestAdds")]
    [InlineData("{TestAdds}", "n.ipynb::TestAdds")]
    [InlineData("--deselect={TestAdds}", "--deselect=n.ipynb::TestAdds")]
    [InlineData("{CalcTests}::Mul", "n.ipynb::CalcTests::Mul")]
    [InlineData("{CalcTests::Mul}", "n.ipynb::CalcTests::Mul")]
    [InlineData("{TestRows(n: 1)}", "n.ipynb::TestRows(n: 1)")]
    [InlineData("{TestRows}(n: 1)", "n.ipynb::TestRows(n: 1)")]
    [InlineData("{a}{b}", "n.ipynb::an.ipynb::b")]
    [InlineData("{MODULE}::UNKNOWN", "n.ipynb::UNKNOWN")]
    public void A_name_in_braces_is_replaced(string argument, string expected) =>
        Assert.Equal(expected, Format(argument));

    [Theory]
    [InlineData("{{", "{")]
    [InlineData("}}", "}")]
    [InlineData("{{x}}", "{x}")]
    [InlineData("{{{x}}}", "{n.ipynb::x}")]
    [InlineData("{{{{x}}}}", "{{x}}")]
    [InlineData("{MODULE}::T(s: \"{{}}\")", "n.ipynb::T(s: \"{}\")")]
    public void Doubled_braces_are_literal(string argument, string expected) =>
        Assert.Equal(expected, Format(argument));

    [Theory]
    [InlineData("{}", "Expected the name of a test between the braces, got '{}' at column 1 of '{}'")]
    [InlineData("x{ }", "Expected the name of a test between the braces, got '{ }' at column 2 of 'x{ }'")]
    [InlineData("{0}", "Expected the name of a test between the braces, got '{0}' at column 1 of '{0}'")]
    [InlineData("{a", "Expected '}' after '{' at column 1 of '{a'")]
    [InlineData("ab{", "Expected '}' after '{' at column 3 of 'ab{'")]
    [InlineData("{a{b}}", "Expected '}' after '{' at column 1 of '{a{b}}'")]
    [InlineData("a}", "Single '}' encountered at column 2 of 'a}'")]
    [InlineData("{a}}", "Single '}' encountered at column 4 of '{a}}'")]
    public void A_wrong_brace_is_an_error_that_says_where_and_what_to_write(string argument, string problem)
    {
        var error = Assert.Throws<FormatException>(() => Format(argument));

        Assert.StartsWith(problem + "; ", error.Message, StringComparison.Ordinal);
        Assert.Contains("write '", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_key_of_capitals_is_an_error() =>
        Assert.Throws<KeyNotFoundException>(() => Format("--deselect={NOPE}"));

    private static string Format(string argument) => ArgumentFormatter.Format(argument, new ArgMapping("n.ipynb"));
}
