using Xunit;

namespace IpytestNet.Specs.Kernel.Transport;

/// <summary>A client sees that the process is alive, whatever the notebook does.</summary>
public sealed class HeartbeatSpecs
{
    [Fact]
    public void What_comes_goes_back()
    {
        using var live = new LiveSockets();
        using var client = ZmtpClient.Req(live.Address.Heartbeat);

        client.Send("", "ping");
        Assert.Equal(["", "ping"], client.Receive());
        client.Send("", "again", "", "and more");
        Assert.Equal(["", "again", "", "and more"], client.Receive());
    }

    [Fact]
    public void It_beats_and_control_is_served_while_the_thread_pool_has_no_thread_left()
    {
        const int Blocked = 300;
        using var live = LiveSockets.Echoing();
        using var before = ZmtpClient.Req(live.Address.Heartbeat);
        using var release = new ManualResetEventSlim();
        using var ended = new CountdownEvent(Blocked + 1);
        var hasRun = false;
        for (var i = 0; i < Blocked; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    release.Wait();
                    ended.Signal();
                },
                state: null);
        }

        ThreadPool.UnsafeQueueUserWorkItem(
            _ =>
            {
                hasRun = true;
                ended.Signal();
            },
            state: null);
        try
        {
            using var heartbeat = ZmtpClient.Req(live.Address.Heartbeat);
            using var control = ZmtpClient.Dealer(live.Address.Control);

            for (var i = 0; i < 10; i++)
            {
                before.Send("", $"{i}");
                heartbeat.Send("", $"{i}");
                control.Send($"{i}");
                Assert.Equal(["", $"{i}"], before.Receive());
                Assert.Equal(["", $"{i}"], heartbeat.Receive());
                Assert.Equal([$"{i}"], control.Receive());
            }

            Assert.False(hasRun, "The thread pool was not starved, so that the spec shows nothing.");
        }
        finally
        {
            release.Set();
            ended.Wait(TestContext.Current.CancellationToken);
        }
    }
}
