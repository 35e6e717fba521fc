using IpytestNet.Kernel;
using Xunit;

namespace IpytestNet.Specs.Architecture;

public sealed class PublicApiSpecs
{
    [Fact]
    public void The_library_offers_this() => ApprovedText.Verify(PublicApi.Of(typeof(Ipytest).Assembly));

    [Fact]
    public void The_kernel_offers_this() => ApprovedText.Verify(PublicApi.Of(typeof(Notebook).Assembly));
}
