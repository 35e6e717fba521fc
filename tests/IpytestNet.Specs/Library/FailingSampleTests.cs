using Xunit;

namespace IpytestNet.Specs.Library;

#pragma warning disable xUnit1000 // It fails on purpose, so only the specs that name it run it.
internal sealed class FailingSampleTests
{
    [Fact]
    public void Fails() => Assert.Equal(3, 1 + 1);
}
