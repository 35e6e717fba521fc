using IpytestNet.Kernel.Transport;
using Xunit;

namespace IpytestNet.Specs.Kernel.Transport;

/// <summary>Messages arrive as they were sent, and what is no message ends a connection alone.</summary>
public sealed class MessageSpecs
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65_534)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(10 * 1024 * 1024)]
    public void A_frame_of_any_size_goes_there_and_back(int size)
    {
        var body = string.Create(size, 0, (characters, _) =>
        {
            for (var i = 0; i < characters.Length; i++)
                characters[i] = (char)(i * 31 % 251);
        });
        using var live = LiveSockets.Echoing();
        using var client = ZmtpClient.Dealer(live.Address.Shell);

        client.Send("before", body, "after");

        // Not Assert.Equal, which would show millions of bytes.
        Assert.True(client.Receive() is ["before", var back, "after"] && back == body);
    }

    [Fact]
    public void A_message_may_have_many_frames()
    {
        var frames = Enumerable.Range(0, 10_000).Select(i => new string('x', i % 300)).ToArray();
        using var live = LiveSockets.Echoing();
        using var client = ZmtpClient.Dealer(live.Address.Shell);

        client.Send(frames);

        Assert.Equal(frames, client.Receive());
    }

    [Fact]
    public void Many_messages_keep_their_order()
    {
        using var live = LiveSockets.Echoing();
        using var client = ZmtpClient.Dealer(live.Address.Control);

        client.Write([.. Enumerable.Range(0, 5000).SelectMany(i => Wire.Message("n", $"{i}"))]);

        Assert.All(Enumerable.Range(0, 5000), i => Assert.Equal(["n", $"{i}"], client.Receive()));
    }

    [Fact]
    public void A_short_frame_may_have_a_long_length()
    {
        using var live = new LiveSockets();
        using var client = ZmtpClient.Dealer(live.Address.Shell);

        client.Write([.. Wire.LongFrame(Wire.More, (byte)'a'), .. Wire.LongFrame(Wire.Last)]);

        Assert.Equal(["a", ""], live.NextFrames());
    }

    [Fact]
    public void The_empty_frame_of_a_REQ_is_a_frame_like_any_other()
    {
        using var live = LiveSockets.Echoing();
        using var client = ZmtpClient.Req(live.Address.Shell);

        client.Send("", "<IDS|MSG>", "x");

        Assert.Equal(["", "<IDS|MSG>", "x"], client.Receive());
    }

    [Fact]
    public void A_ping_is_answered_even_between_the_frames_of_a_message()
    {
        using var live = new LiveSockets();
        using var client = ZmtpClient.Dealer(live.Address.Shell);

        client.Write(Wire.Frame(Wire.More, (byte)'a'));
        client.PingPong();
        client.Write([.. Wire.CommandOf("SOMETHING", 1, 2, 3), .. Wire.Frame(Wire.Last, (byte)'b')]);

        Assert.Equal(["a", "b"], live.NextFrames());
    }

    public static TheoryData<string, byte[]> Wrong => new()
    {
        { "unknown flags", [8, 0] },
        { "a command that goes on", [Wire.Command | Wire.More, 1, 0] },
        { "a command without a name", Wire.Frame(Wire.Command) },
        { "a ping without a time to live", Wire.CommandOf("PING", 1) },
        { "a frame of 300 MB", Wire.LongHeader(Wire.Last, 300 * 1024 * 1024) },
        { "a frame longer than any number", Wire.LongHeader(Wire.Last, ulong.MaxValue) },
        { "frames of 300 MB in all", [.. Wire.Frame(Wire.More, new byte[1024]), .. Wire.LongHeader(Wire.Last, 256 * 1024 * 1024)] },
        { "HTTP", "GET / HTTP/1.1\r\n\r\n"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_no_message_ends_its_connection_and_no_other(string what, byte[] bytes)
    {
        using var live = LiveSockets.Echoing();
        using var good = ZmtpClient.Dealer(live.Address.Shell);
        using var client = ZmtpClient.Dealer(live.Address.Shell);

        client.Write(bytes);

        Assert.True(client.IsClosed(), what);
        good.Send("still here");
        Assert.Equal(["still here"], good.Receive());
    }

    [Fact]
    public void Endlessly_many_empty_frames_are_too_long_a_message()
    {
        using var live = new LiveSockets(new TransportLimits { MessageBytes = 10_000 });
        using var client = ZmtpClient.Dealer(live.Address.Shell);

        client.Write([.. Enumerable.Repeat(Wire.Frame(Wire.More), 1000).SelectMany(frame => frame), .. Wire.Frame(Wire.Last, 1)]);

        Assert.True(client.IsClosed());
    }

    [Fact]
    public void An_announced_length_costs_no_memory_until_the_bytes_come()
    {
        using var live = new LiveSockets();
        using var client = ZmtpClient.Dealer(live.Address.Shell);
        client.PingPong();
        var before = GC.GetTotalAllocatedBytes(precise: true);

        client.Write([.. Wire.LongHeader(Wire.Last, 200 * 1024 * 1024), .. new byte[1000]]);
        client.EndWriting();

        Assert.True(client.IsClosed());
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 100 * 1024 * 1024);
    }

    [Fact]
    public void Half_a_frame_makes_nobody_else_wait()
    {
        using var live = LiveSockets.Echoing();
        using var half = ZmtpClient.Dealer(live.Address.Shell);
        using var good = ZmtpClient.Dealer(live.Address.Shell);

        half.Write([Wire.Last, 100, 1, 2, 3]);
        good.Send("hello");

        Assert.Equal(["hello"], good.Receive());
        half.Write([.. Enumerable.Repeat((byte)'x', 97)]);
        Assert.Equal("\x01\x02\x03" + new string('x', 97), Assert.Single(half.Receive()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Half_a_message_is_forgotten_with_its_connection(bool isReset)
    {
        using var live = new LiveSockets();
        using (var half = ZmtpClient.Dealer(live.Address.Shell, "me"))
        {
            half.Send("whole");
            Assert.Equal(["whole"], live.NextFrames());
            half.Write([.. Wire.Frame(Wire.More, (byte)'a'), Wire.Last, 100, 1, 2, 3]);
            if (isReset)
                half.Reset();
        }

        live.WaitForConnections(0);
        using var again = ZmtpClient.Dealer(live.Address.Shell, "me");
        again.Send("whole again");
        Assert.Equal(["whole again"], live.NextFrames());
    }
}
