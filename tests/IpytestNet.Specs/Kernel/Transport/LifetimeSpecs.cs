using IpytestNet.Kernel.Transport;
using Xunit;

namespace IpytestNet.Specs.Kernel.Transport;

/// <summary>The sockets come and go with their threads, and touch nothing of the notebook.</summary>
public sealed class LifetimeSpecs
{
    [Fact]
    public void Disposing_closes_every_connection_and_ends_every_thread()
    {
        using var live = new LiveSockets();
        using var silent = ZmtpClient.Silent(live.Address.Stdin);
        using var half = ZmtpClient.Dealer(live.Address.Shell);
        using var subscriber = ZmtpClient.Silent(live.Address.IoPub, receiveBuffer: 4096).ShakeHands("SUB");
        using var heartbeat = ZmtpClient.Req(live.Address.Heartbeat);
        half.Write(Wire.More, 10, 1, 2);
        subscriber.Subscribe("");
        live.Publish("much", new string('x', 20_000_000));

        live.Sockets.Dispose();

        Assert.Equal(0, live.Sockets.Connections);
        TransportThreads.WaitUntilGone();
        Assert.True(silent.IsClosed());
        Assert.True(half.IsClosed());
        Assert.True(subscriber.IsClosed());
        Assert.True(heartbeat.IsClosed());
    }

    [Fact]
    public void A_disposed_kernel_sends_into_the_void()
    {
        using var live = new LiveSockets();
        using var client = ZmtpClient.Dealer(live.Address.Shell, "me");
        client.PingPong();

        live.Sockets.Dispose();
        live.Sockets.Dispose();
        live.Publish("a");
        live.Send(KernelChannel.Shell, ClientIdentity.Of("me"u8), "b");

        Assert.True(live.Sockets.Flush(TimeSpan.Zero));
    }

    [Fact]
    public void A_message_may_dispose_of_the_sockets_that_it_came_from()
    {
        using var disposed = new ManualResetEventSlim();
        LiveSockets? live = null;
        live = new LiveSockets(received: _ =>
        {
            live!.Sockets.Dispose();
            disposed.Set();
        });
        using var client = ZmtpClient.Dealer(live.Address.Control);

        client.Send("shutdown_request");

        Assert.True(disposed.Wait(LiveSockets.Patience, TestContext.Current.CancellationToken));
        Assert.True(client.IsClosed());
        live.WaitForConnections(0);
        TransportThreads.WaitUntilGone();
    }

    [Fact]
    public void Nothing_of_the_caller_flows_into_what_is_received()
    {
        var local = new AsyncLocal<string?> { Value = "of the cell" };
        string? seen = "not called";
        using var live = new LiveSockets(received: _ => seen = local.Value);
        using var client = ZmtpClient.Dealer(live.Address.Shell);

        client.Send("hello");
        client.PingPong();

        Assert.Null(seen);
    }

    [Fact]
    public void Its_threads_do_not_keep_the_process_alive()
    {
        var isBackground = false;
        using var live = new LiveSockets(received: _ => isBackground = Thread.CurrentThread is { IsBackground: true, IsThreadPoolThread: false });
        using var client = ZmtpClient.Dealer(live.Address.Shell);

        client.Send("hello");
        client.PingPong();

        Assert.True(isBackground);
    }

    [Fact]
    public void A_message_without_frames_is_refused()
    {
        using var live = new LiveSockets();

        Assert.Throws<ArgumentException>(() => live.Publish());
        Assert.Throws<ArgumentException>(() => live.Send(KernelChannel.Shell, default));
    }
}
