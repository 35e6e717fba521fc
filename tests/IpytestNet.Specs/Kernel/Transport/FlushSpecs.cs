using IpytestNet.Kernel.Transport;
using Xunit;

namespace IpytestNet.Specs.Kernel.Transport;

/// <summary>Nothing that was sent is lost when the process ends after a flush.</summary>
public sealed class FlushSpecs
{
    [Fact]
    public void There_is_nothing_to_wait_for_without_clients()
    {
        using var live = new LiveSockets();
        using var silent = ZmtpClient.Silent(live.Address.Shell);

        live.Publish("nobody hears this");

        Assert.True(live.Sockets.Flush(TimeSpan.Zero));
    }

    [Fact]
    public void All_that_was_sent_before_arrives_though_the_sockets_are_disposed_of_at_once()
    {
        using var live = new LiveSockets();
        using var shell = ZmtpClient.Dealer(live.Address.Shell);
        using var subscriber = ZmtpClient.Sub(live.Address.IoPub, "");
        shell.Send("shutdown_request");
        var client = live.Next().Client;

        for (var i = 0; i < 1000; i++)
            live.Publish($"{i}");
        live.Send(KernelChannel.Shell, client, "shutdown_reply");
        var isFlushed = live.Sockets.Flush(LiveSockets.Patience);
        live.Sockets.Dispose();

        Assert.True(isFlushed);
        Assert.Equal(["shutdown_reply"], shell.Receive());
        Assert.True(shell.IsClosed());
        Assert.All(Enumerable.Range(0, 1000), i => Assert.Equal([$"{i}"], subscriber.Receive()));
        Assert.True(subscriber.IsClosed());
    }

    [Fact]
    public void It_gives_up_on_a_client_that_does_not_read()
    {
        using var live = new LiveSockets();
        using var subscriber = ZmtpClient.Silent(live.Address.IoPub, receiveBuffer: 4096).ShakeHands("SUB");
        subscriber.Subscribe("");

        live.Publish("much", new string('x', 20_000_000));
        var isFlushed = live.Sockets.Flush(TimeSpan.FromMilliseconds(50));

        Assert.False(isFlushed);
        Assert.Equal(20_000_000, subscriber.Receive()[1].Length);
        Assert.True(live.Sockets.Flush(LiveSockets.Patience));
    }

    [Fact]
    public void It_does_not_wait_for_a_client_that_has_gone()
    {
        using var live = new LiveSockets();
        using var subscriber = ZmtpClient.Sub(live.Address.IoPub, "");
        live.Publish("much", new string('x', 20_000_000));

        subscriber.Reset();

        Assert.True(live.Sockets.Flush(LiveSockets.Patience));
    }
}
