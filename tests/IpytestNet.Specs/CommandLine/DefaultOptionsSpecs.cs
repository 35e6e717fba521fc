using IpytestNet.CommandLine;
using Xunit;

namespace IpytestNet.Specs.CommandLine;

public sealed class DefaultOptionsSpecs
{
    [Theory]
    [InlineData("n.ipynb")]
    [InlineData("n.ipynb::Test1")]
    [InlineData("./n.ipynb::Test1")]
    [InlineData("-q", "n.ipynb::Test1")]
    [InlineData("n.ipynb::Test1", "-q")]
    [InlineData("-x", "--", "n.ipynb")]
    [InlineData("-k", "add", "n.ipynb::Rows(n: 1)")]
    public void A_notebook_that_is_named_is_not_added_again(params string[] args) =>
        Assert.False(DefaultOptions.EvalAuto(args, "n.ipynb"));

    [Theory]
    [InlineData]
    [InlineData("-k", "test1")]
    [InlineData("-ktest1")]
    [InlineData("./tests")]
    [InlineData("-k", "n.ipynb")]
    [InlineData("-xk", "n.ipynb")]
    [InlineData("-kn.ipynb")]
    [InlineData("--deselect", "n.ipynb::Test1")]
    [InlineData("--deselect=n.ipynb::Test1")]
    [InlineData("other.ipynb::Test1")]
    [InlineData("n.ipynb2")]
    public void The_notebook_is_added_otherwise(params string[] args) =>
        Assert.True(DefaultOptions.EvalAuto(args, "n.ipynb"));
}
