using System.Diagnostics;
using Xunit;

namespace IpytestNet.Specs.Kernel.Transport;

/// <summary>Whatever strangers send, the clients in earnest are served and nothing is left over.</summary>
public sealed class FuzzSpecs
{
    private const int Seed = 20_260_101;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(3);
    private static readonly string[] Channels = ["shell", "control", "stdin", "iopub", "heartbeat"];

    [Fact]
    public void Clients_are_served_while_strangers_send_garbage_to_every_port()
    {
        using var live = LiveSockets.Echoing();
        using var end = new CancellationTokenSource();
        var strangers = Channels
            .SelectMany((channel, i) => Enumerable.Range(0, 2).Select(j => new Stranger(ZmtpClient.PortOf(live.Address, channel), new Random(Seed + (10 * i) + j))))
            .ToList();
        strangers.ForEach(stranger => stranger.Start(end.Token));
        try
        {
            Converse(live);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"With the seed {Seed}: {e.Message}", e);
        }
        finally
        {
            end.Cancel();
            strangers.ForEach(stranger => stranger.Join());
        }

        Assert.All(strangers, stranger => Assert.True(stranger.Connections > 0));
        live.WaitForConnections(0);
        live.Sockets.Dispose();
        TransportThreads.WaitUntilGone();
    }

    private static void Converse(LiveSockets live)
    {
        using var dealer = ZmtpClient.Dealer(live.Address.Shell, "a client in earnest");
        using var subscriber = ZmtpClient.Sub(live.Address.IoPub, "earnest");
        using var heartbeat = ZmtpClient.Req(live.Address.Heartbeat);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i == 0 || clock.Elapsed < Time; i++)
        {
            dealer.Send("request", $"{i}");
            live.Publish("earnest", $"{i}");
            heartbeat.Send("", $"{i}");
            Assert.Equal(["request", $"{i}"], dealer.Receive());
            Assert.Equal(["earnest", $"{i}"], subscriber.Receive());
            Assert.Equal(["", $"{i}"], heartbeat.Receive());
        }
    }
}
