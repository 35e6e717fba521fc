using IpytestNet.Kernel.Transport;
using Xunit;

namespace IpytestNet.Specs.Kernel.Transport;

/// <summary>What each side tells of itself after the greeting.</summary>
public sealed class ReadySpecs
{
    [Theory]
    [InlineData("shell", "ROUTER")]
    [InlineData("control", "ROUTER")]
    [InlineData("stdin", "ROUTER")]
    [InlineData("iopub", "PUB")]
    [InlineData("heartbeat", "ROUTER")]
    public void Ours_tells_what_kind_of_socket_is_there(string channel, string socketType)
    {
        using var live = new LiveSockets();
        using var client = ZmtpClient.Silent(ZmtpClient.PortOf(live.Address, channel));

        client.Write(Wire.Greeting());

        client.ReadExactly(64);
        var (flags, body) = client.ReadFrame();
        Assert.Equal(Wire.Command, flags);
        Assert.StartsWith($"\x05READY\x0BSocket-Type\0\0\0{(char)socketType.Length}{socketType}", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shell", "DEALER REQ ROUTER", "SUB PUB REP PUSH PAIR dealer")]
    [InlineData("control", "DEALER REQ ROUTER", "SUB XSUB")]
    [InlineData("stdin", "DEALER REQ ROUTER", "XPUB PULL")]
    [InlineData("iopub", "SUB XSUB", "DEALER REQ ROUTER PUB")]
    [InlineData("heartbeat", "REQ DEALER ROUTER", "SUB REP")]
    public void A_socket_of_another_kind_is_closed(string channel, string taken, string closed)
    {
        using var live = new LiveSockets();
        var port = ZmtpClient.PortOf(live.Address, channel);

        foreach (var socketType in taken.Split(' '))
        {
            using var client = ZmtpClient.Connected(port, socketType);
            client.PingPong();
        }

        foreach (var socketType in closed.Split(' '))
        {
            using var client = ZmtpClient.Connected(port, socketType);
            Assert.True(client.IsClosed(), socketType);
        }

        live.WaitForConnections(0);
    }

    [Fact]
    public void Names_of_properties_may_be_written_in_any_case_and_unknown_ones_are_passed_over()
    {
        using var live = new LiveSockets();
        using var client = ZmtpClient.Silent(live.Address.Shell);

        client.Write(
        [
            .. Wire.Greeting(),
            .. Wire.CommandOf("READY", [.. Wire.Property("X-Colour", "blue"), .. Wire.Property("SOCKET-TYPE", "DEALER"), .. Wire.Property("identity", "me")]),
            .. Wire.Message("hello"),
        ]);

        Assert.Equal("6d65", live.Next().Client.Hex);
    }

    public static TheoryData<string, byte[]> Wrong => new()
    {
        { "a message before it", Wire.Message("hello") },
        { "another command", Wire.CommandOf("ERROR", 3, (byte)'b', (byte)'a', (byte)'d') },
        { "no socket type", Wire.CommandOf("READY", Wire.Property("Identity", "me")) },
        { "no properties", Wire.CommandOf("READY") },
        { "no name", Wire.Frame(Wire.Command) },
        { "a name that ends early", Wire.Frame(Wire.Command, 200, (byte)'R') },
        { "a value that ends early", Wire.CommandOf("READY", Wire.Property("Socket-Type", "DEALER")[..^1]) },
        { "a value of 4 GB", Wire.CommandOf("READY", 1, (byte)'x', 0xFF, 0xFF, 0xFF, 0xFF) },
        { "an identity of 256 bytes", Wire.CommandOf("READY", [.. Wire.Property("Socket-Type", "DEALER"), 8, .. "Identity"u8, 0, 0, 1, 0, .. new byte[256]]) },
        { "a command of 1 MB", Wire.LongHeader(Wire.Command, 1024 * 1024) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_client_that_tells_no_such_thing_is_closed(string what, byte[] bytes)
    {
        using var live = new LiveSockets();
        using var client = ZmtpClient.Silent(live.Address.Shell);

        client.Write([.. Wire.Greeting(), .. bytes]);

        Assert.True(client.IsClosed(), what);
    }

    [Fact]
    public void An_identity_may_have_255_bytes_of_any_kind()
    {
        var identity = new string('\xFE', 255);
        using var live = new LiveSockets();
        using var client = ZmtpClient.Dealer(live.Address.Shell, identity);

        client.Send("hello");
        live.Send(KernelChannel.Shell, live.Next().Client, "back");

        Assert.Equal(["back"], client.Receive());
    }
}
