using System.Net.Sockets;
using IpytestNet.Kernel.Transport;
using Xunit;

namespace IpytestNet.Specs.Kernel.Transport;

/// <summary>Shell, control and stdin know who speaks, and answer each client by itself.</summary>
public sealed class RouterSpecs
{
    [Fact]
    public void Each_client_gets_its_own_answers()
    {
        using var live = new LiveSockets();
        using var first = ZmtpClient.Dealer(live.Address.Shell, "first");
        using var second = ZmtpClient.Dealer(live.Address.Shell, "second");
        first.Send("1");
        var fromFirst = live.Next();
        second.Send("2");
        var fromSecond = live.Next();

        live.Send(KernelChannel.Shell, fromSecond.Client, "to second");
        live.Send(KernelChannel.Shell, fromFirst.Client, "to first");

        Assert.Equal(["to first"], first.Receive());
        Assert.Equal(["to second"], second.Receive());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void A_client_without_an_identity_is_given_one(string? identity)
    {
        using var live = new LiveSockets();
        using var first = ZmtpClient.Connected(live.Address.Control, "DEALER", identity);
        using var second = ZmtpClient.Connected(live.Address.Control, "DEALER", identity);
        first.Send("1");
        var fromFirst = live.Next();
        second.Send("2");
        var fromSecond = live.Next();

        live.Send(KernelChannel.Control, fromFirst.Client, "to first");
        live.Send(KernelChannel.Control, fromSecond.Client, "to second");

        Assert.NotEqual(fromFirst.Client, fromSecond.Client);
        Assert.Equal(["to first"], first.Receive());
        Assert.Equal(["to second"], second.Receive());
    }

    [Theory]
    [InlineData("shell", KernelChannel.Shell)]
    [InlineData("control", KernelChannel.Control)]
    [InlineData("stdin", KernelChannel.Stdin)]
    public void A_message_tells_its_channel(string name, object channel)
    {
        using var live = new LiveSockets();
        using var client = ZmtpClient.Dealer(ZmtpClient.PortOf(live.Address, name));

        client.Send("hello");

        Assert.Equal(channel, live.Next().Channel);
    }

    [Fact]
    public void A_client_that_never_said_anything_on_stdin_is_asked_there()
    {
        using var live = new LiveSockets();
        using var shell = ZmtpClient.Dealer(live.Address.Shell, "session");
        using var stdin = ZmtpClient.Dealer(live.Address.Stdin, "session");
        stdin.PingPong();
        shell.Send("execute_request");

        live.Send(KernelChannel.Stdin, live.Next().Client, "input_request");

        Assert.Equal(["input_request"], stdin.Receive());
    }

    [Fact]
    public void A_message_to_a_client_that_is_not_there_is_dropped()
    {
        using var live = new LiveSockets();
        using var shell = ZmtpClient.Dealer(live.Address.Shell, "session");
        shell.Send("hello");
        var client = live.Next().Client;

        live.Send(KernelChannel.Stdin, client, "nobody is there");
        live.Send(KernelChannel.Shell, ClientIdentity.Of("stranger"u8), "nobody is there");
        live.Send(KernelChannel.Shell, client, "you are");

        Assert.Equal(["you are"], shell.Receive());
    }

    [Fact]
    public void A_message_to_a_client_that_has_gone_is_dropped()
    {
        using var live = new LiveSockets();
        using var shell = ZmtpClient.Dealer(live.Address.Shell, "session");
        shell.Send("hello");
        var client = live.Next().Client;
        shell.Dispose();
        live.WaitForConnections(0);

        live.Send(KernelChannel.Shell, client, "where are you");

        Assert.True(live.Sockets.Flush(LiveSockets.Patience));
    }

    [Fact]
    public void A_client_that_connects_again_takes_the_place_of_its_dead_connection()
    {
        using var live = LiveSockets.Echoing();
        using var former = ZmtpClient.Dealer(live.Address.Shell, "browser");
        former.Send("1");
        Assert.Equal(["1"], former.Receive());

        using var latter = ZmtpClient.Dealer(live.Address.Shell, "browser");
        latter.Send("2");

        Assert.Equal(["2"], latter.Receive());
        Assert.True(former.IsClosed());
        live.WaitForConnections(1);
        live.Send(KernelChannel.Shell, ClientIdentity.Of("browser"u8), "3");
        Assert.Equal(["3"], latter.Receive());
    }

    [Fact]
    public void An_exception_over_a_message_does_not_end_the_connection()
    {
        var heard = 0;
        using var live = new LiveSockets(received: _ =>
        {
            heard++;
            throw new InvalidOperationException("Not my kind of message.");
        });
        using var client = ZmtpClient.Dealer(live.Address.Shell);

        client.Send("1");
        client.Send("2");
        client.PingPong();

        Assert.Equal(2, heard);
    }

    [Fact]
    public void A_message_that_takes_long_makes_only_its_own_connection_wait()
    {
        using var release = new ManualResetEventSlim();
        using var both = new CountdownEvent(2);
        using var live = new LiveSockets(received: message =>
        {
            both.Signal();
            if (message.Channel == KernelChannel.Shell)
                release.Wait();
        });
        using var shell = ZmtpClient.Dealer(live.Address.Shell, "session");
        using var control = ZmtpClient.Dealer(live.Address.Control, "session");

        shell.Send("long");
        shell.Send("waits");
        control.Send("interrupt_request");
        control.PingPong();

        Assert.True(both.Wait(LiveSockets.Patience, TestContext.Current.CancellationToken));
        both.Reset(1);
        release.Set();
        Assert.True(both.Wait(LiveSockets.Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_client_that_asks_without_reading_the_answers_is_closed()
    {
        using var live = LiveSockets.Echoing(new TransportLimits { QueuedBytes = 100_000 });
        using var client = ZmtpClient.Dealer(live.Address.Shell);
        var request = Wire.Message(new string('x', 50_000));

        // Its own buffers and ours take some megabytes; it cannot write for ever.
        var refusal = Record.Exception(() =>
        {
            for (var i = 0; i < 10_000; i++)
                client.Write(request);
        });

        Assert.IsType<SocketException>(refusal);
        live.WaitForConnections(0);
    }
}
