using System.Net.Sockets;
using IpytestNet.Kernel.Transport;
using Xunit;

namespace IpytestNet.Specs.Kernel.Transport;

/// <summary>The sockets are bound where the connection file says, or it is told why not.</summary>
public sealed class BindingSpecs
{
    [Fact]
    public void A_kernel_that_starts_again_gets_the_same_ports()
    {
        using var first = new LiveSockets();
        var address = first.Address;
        for (var i = 0; i < 5; i++)
        {
            using var live = i == 0 ? first : new LiveSockets(address: address);
            using var client = ZmtpClient.Dealer(address.Shell);
            using var subscriber = ZmtpClient.Sub(address.IoPub, "");
            client.Send("hello");
            Assert.Equal(["hello"], live.NextFrames());
            Assert.Equal(address, live.Address);
        }
    }

    [Fact]
    public void A_port_that_is_taken_is_told_and_the_others_are_given_back()
    {
        using var other = new LiveSockets();
        using var free = new LiveSockets();
        var address = free.Address with { IoPub = other.Address.IoPub };
        free.Dispose();

        var exception = Assert.Throws<KernelAddressException>(() => ZmtpSockets.Bind(address, _ => { }));
        using var live = new LiveSockets(address: free.Address);

        Assert.Equal(
            $"The kernel cannot listen on tcp://127.0.0.1:{address.IoPub} for iopub: Address already in use. "
            + "End the process that listens there, or choose another port in the connection file.",
            exception.Message);
    }

    [Theory]
    [InlineData("localhost", 0, "An IP address and a port from 0 to 65535 were expected.")]
    [InlineData("127.0.0.1", 65_536, "An IP address and a port from 0 to 65535 were expected.")]
    [InlineData("192.0.2.1", 0, "Set \"ip\" in the connection file to an address of this machine, such as 127.0.0.1.")]
    public void An_address_that_is_none_of_ours_is_told(string host, int port, string expected)
    {
        var exception = Assert.Throws<KernelAddressException>(() => ZmtpSockets.Bind(new KernelAddress(IsIpc: false, host, port, 0, 0, 0, 0), _ => { }));

        Assert.StartsWith($"The kernel cannot listen on tcp://{host}:{port} for shell: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kernel_may_listen_on_IPv6()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "This machine has no IPv6.");

        using var live = new LiveSockets(address: LiveSockets.AnyPorts with { Host = "::1" });

        Assert.NotEqual(0, live.Address.Shell);
    }
}
