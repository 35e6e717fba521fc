using IpytestNet.Kernel.Transport;
using Xunit;

namespace IpytestNet.Specs.Kernel.Transport;

/// <summary>The first 64 bytes of each side.</summary>
public sealed class GreetingSpecs
{
    [Theory]
    [InlineData("shell")]
    [InlineData("control")]
    [InlineData("stdin")]
    [InlineData("iopub")]
    [InlineData("heartbeat")]
    public void Ours_comes_whole_before_the_client_has_said_a_word(string channel)
    {
        using var live = new LiveSockets();
        using var client = ZmtpClient.Silent(ZmtpClient.PortOf(live.Address, channel));

        var greeting = client.ReadExactly(64);

        Assert.Equal([0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0x7F, 3, 0, .. "NULL"u8, .. new byte[48]], greeting);
    }

    [Fact]
    public void All_may_come_one_byte_at_a_time()
    {
        using var live = LiveSockets.Echoing();
        using var client = ZmtpClient.Silent(live.Address.Shell);

        client.WriteOneByOne([.. Wire.Greeting(), .. Wire.Ready("DEALER", "slow"), .. Wire.Message("a", "", new string('b', 300))]);

        client.ReadExactly(64);
        client.ReadFrame();
        Assert.Equal(["a", "", new string('b', 300)], client.Receive());
    }

    [Fact]
    public void All_may_come_in_one_piece()
    {
        using var live = LiveSockets.Echoing();
        using var client = ZmtpClient.Silent(live.Address.Shell);

        client.Write([.. Wire.Greeting(), .. Wire.Ready("DEALER"), .. Wire.Message("a", "b"), .. Wire.Message("c")]);

        client.ReadExactly(64);
        client.ReadFrame();
        Assert.Equal(["a", "b"], client.Receive());
        Assert.Equal(["c"], client.Receive());
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    public void A_client_may_speak_a_newer_version(byte major, byte minor)
    {
        using var live = LiveSockets.Echoing();
        using var client = ZmtpClient.Silent(live.Address.Shell);

        client.Write([.. Wire.Greeting(major, minor), .. Wire.Ready("DEALER"), .. Wire.Message("hello")]);

        client.ReadExactly(64);
        client.ReadFrame();
        Assert.Equal(["hello"], client.Receive());
    }

    public static TheoryData<string, byte[]> Others => new()
    {
        { "an older version", Wire.Greeting(major: 2) },
        { "another mechanism", Wire.Greeting(mechanism: "PLAIN") },
        { "a mechanism that begins alike", Wire.Greeting(mechanism: "NULLS") },
        { "HTTP", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray() },
        { "TLS", [0x16, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3, 0, 0, 0] },
        { "half a signature", [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7E] },
        { "ones", [.. Enumerable.Repeat((byte)0xFF, 100)] },
        { "zeros", new byte[100] },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void A_client_that_speaks_something_else_is_closed_and_no_other(string what, byte[] bytes)
    {
        using var live = LiveSockets.Echoing();
        using var good = ZmtpClient.Dealer(live.Address.Shell);
        using var client = ZmtpClient.Silent(live.Address.Shell);

        client.Write(bytes);

        Assert.True(client.IsClosed(), what);
        good.Send("still here");
        Assert.Equal(["still here"], good.Receive());
        live.WaitForConnections(1);
    }

    [Fact]
    public void A_client_that_stops_in_the_middle_is_closed_after_a_while()
    {
        using var live = new LiveSockets(new TransportLimits { HandshakeTime = TimeSpan.FromMilliseconds(200) });
        using var silent = ZmtpClient.Silent(live.Address.Shell);
        using var half = ZmtpClient.Silent(live.Address.IoPub);
        using var greeted = ZmtpClient.Silent(live.Address.Heartbeat);

        half.Write(Wire.Greeting()[..10]);
        greeted.Write(Wire.Greeting());

        Assert.True(silent.IsClosed());
        Assert.True(half.IsClosed());
        Assert.True(greeted.IsClosed());
        live.WaitForConnections(0);
    }

    [Fact]
    public void A_client_that_keeps_us_waiting_byte_by_byte_is_closed_all_the_same()
    {
        using var live = new LiveSockets(new TransportLimits { HandshakeTime = TimeSpan.FromMilliseconds(500) });
        using var client = ZmtpClient.Silent(live.Address.Shell);
        using var closed = new ManualResetEventSlim();
        var said = 0;
        // It would take more than 6 s to say all.
        var trickle = new Thread(() => Record.Exception(() =>
        {
            for (var greeting = Wire.Greeting(); said < greeting.Length && !closed.Wait(100, TestContext.Current.CancellationToken); said++)
                client.Write(greeting[said]);
        }));
        trickle.Start();

        var isClosed = client.IsClosed();

        closed.Set();
        trickle.Join();
        Assert.True(isClosed);
        Assert.InRange(said, 0, 63);
    }

    [Fact]
    public void A_handshake_that_is_done_has_no_end_of_time()
    {
        using var live = LiveSockets.Echoing(new TransportLimits { HandshakeTime = TimeSpan.FromSeconds(2) });
        using var client = ZmtpClient.Dealer(live.Address.Shell);
        using var silent = ZmtpClient.Silent(live.Address.Shell);

        Assert.True(silent.IsClosed());

        client.Send("late");
        Assert.Equal(["late"], client.Receive());
    }

    [Fact]
    public void A_hundred_silent_clients_do_no_harm()
    {
        using var live = LiveSockets.Echoing(new TransportLimits { Handshakes = 16, HandshakeTime = TimeSpan.FromMinutes(10) });
        var silent = Enumerable.Range(0, 100).Select(_ => ZmtpClient.Silent(live.Address.Shell)).ToList();

        using var client = ZmtpClient.Dealer(live.Address.Shell);
        client.Send("let me in");

        Assert.Equal(["let me in"], client.Receive());
        Assert.True(silent[0].IsClosed());
        live.WaitForConnections(16);
        silent.ForEach(one => one.Dispose());
        live.WaitForConnections(1);
    }
}
