using IpytestNet.CommandLine;
using Xunit;

namespace IpytestNet.Specs.CommandLine;

public sealed class ArgMappingSpecs
{
    private readonly ArgMapping _mapping = new("Example.ipynb");

    [Theory]
    [InlineData("MODULE", "Example.ipynb")]
    [InlineData("TestAdds", "Example.ipynb::TestAdds")]
    [InlineData("test1", "Example.ipynb::test1")]
    [InlineData("TEST_CASE", "Example.ipynb::TEST_CASE")]
    [InlineData("T1", "Example.ipynb::T1")]
    [InlineData("Module", "Example.ipynb::Module")]
    [InlineData("测试", "Example.ipynb::测试")]
    [InlineData("CalcTests::Mul", "Example.ipynb::CalcTests::Mul")]
    public void A_key_is_the_notebook_or_a_node_id_of_it(string key, string expected) =>
        Assert.Equal(expected, _mapping[key]);

    [Theory]
    [InlineData("UNKNOWN")]
    [InlineData("DUMMY")]
    [InlineData("T")]
    [InlineData("ÄÖ")]
    public void A_key_of_capitals_only_is_reserved(string key)
    {
        var error = Assert.Throws<KeyNotFoundException>(() => _mapping[key]);

        Assert.Equal(
            $"Unknown format key '{key}' (known keys: ['MODULE']). "
            + $"To create the node id for a test with all uppercase characters use '{{MODULE}}::{key}'.",
            error.Message);
    }
}
