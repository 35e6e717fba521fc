using IpytestNet.CommandLine;
using Xunit;

namespace IpytestNet.Specs.CommandLine;

public sealed class RunArgumentsSpecs
{
    [Fact]
    public void One_string_may_hold_several_options() =>
        Assert.Equal(["--cov", "--cov-branch"], RunArguments.Expand(["--cov --cov-branch"]));

    [Fact]
    public void An_option_and_its_quoted_value_may_share_a_string() =>
        Assert.Equal(["-k", "add and not slow", "-x"], RunArguments.Expand(["-k 'add and not slow'", "-x"]));

    [Fact]
    public void A_value_with_white_space_stays_one_argument() =>
        Assert.Equal(["-k", "not slow"], RunArguments.Expand(["-k", "not slow"]));

    [Theory]
    [InlineData("{TestRows(n: 1)}")]
    [InlineData("it's")]
    [InlineData("my notebook.ipynb::T")]
    [InlineData("")]
    [InlineData(" -x")]
    [InlineData("-k'a")]
    [InlineData(@"--html=a\b")]
    public void Everything_else_is_taken_verbatim(string argument) =>
        Assert.Equal([argument], RunArguments.Expand([argument]));

    [Fact]
    public void A_single_string_of_options_selects_the_same_as_the_parts()
    {
        var joined = OptionParser.Parse([], RunArguments.Expand(["-k nothing"]), []);

        Assert.Equal("nothing", joined.Keyword?.ToString());
    }

    [Fact]
    public void An_open_quote_is_a_usage_error() =>
        Assert.Throws<UsageException>(() => RunArguments.Expand(["-k 'add"]));

    [Fact]
    public void Null_is_rejected_by_its_place()
    {
        var error = Assert.Throws<ArgumentException>(() => RunArguments.Expand(["-x", null!]));

        Assert.StartsWith("Expected strings, but argument 2 is null", error.Message, StringComparison.Ordinal);
    }
}
