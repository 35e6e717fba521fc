using IpytestNet.Tool;
using Xunit;

namespace IpytestNet.Specs.Tool;

public sealed class ExitCodesSpecs
{
    [Theory]
    [InlineData(0)]
    [InlineData(0, 0)]
    [InlineData(0, 0, 5)]
    [InlineData(5, 5, 5)]
    [InlineData(1, 0, 1, 5)]
    [InlineData(2, 1, 2)]
    [InlineData(4, 1, 2, 4, 0)]
    [InlineData(3, 4, 3, 2, 1)]
    public void The_worst_of_several_counts_and_no_tests_only_where_all_say_so(int expected, params int[] codes) =>
        Assert.Equal((ExitCode)expected, ExitCodes.Worst(codes.Select(code => (ExitCode)code)));
}
