using IpytestNet.CommandLine;
using Xunit;

namespace IpytestNet.Specs.CommandLine;

public sealed class HelpTextSpecs
{
    [Fact]
    public void Help_at_80_columns() => ApprovedText.Verify(HelpText.Render(80));

    [Theory]
    [InlineData(44)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(200)]
    public void Help_fits_the_width(int width) =>
        Assert.All(HelpText.Render(width).Split('\n'), line => Assert.InRange(line.Length, 0, width));

    [Fact]
    public void A_width_too_small_for_two_columns_counts_as_the_smallest_that_is_not() =>
        Assert.Equal(HelpText.Render(44), HelpText.Render(0));

    [Fact]
    public void Help_names_every_option()
    {
        var help = HelpText.Render(80);

        Assert.All(OptionTable.All.SelectMany(option => option.Names), name => Assert.Contains(name, help, StringComparison.Ordinal));
    }
}
