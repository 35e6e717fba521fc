using Xunit;

namespace IpytestNet.Specs.Library;

/// <summary>A compiled test class, for runs whose module is a type or an assembly.</summary>
public sealed class SampleTests
{
    [Fact]
    public void Adds() => Assert.Equal(2, int.Parse("1", System.Globalization.CultureInfo.InvariantCulture) + 1);

    [Theory]
    [InlineData(2, 4)]
    [InlineData(3, 9)]
    public void Squares(int number, int expected) => Assert.Equal(expected, number * number);

    public sealed class Nested
    {
        [Fact]
        public void Holds() => Assert.True(typeof(Nested).IsNested);
    }
}
