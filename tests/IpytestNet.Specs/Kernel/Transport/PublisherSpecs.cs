using IpytestNet.Kernel.Transport;
using Xunit;

namespace IpytestNet.Specs.Kernel.Transport;

/// <summary>Subscribers get what they have subscribed to, all of it.</summary>
public sealed class PublisherSpecs
{
    [Fact]
    public void A_subscriber_to_the_empty_topic_gets_everything_in_order()
    {
        using var live = new LiveSockets();
        using var subscriber = ZmtpClient.Sub(live.Address.IoPub, "");

        for (var i = 0; i < 10_000; i++)
            live.Publish($"kernel.{i % 7}", $"{i}");

        Assert.All(Enumerable.Range(0, 10_000), i => Assert.Equal([$"kernel.{i % 7}", $"{i}"], subscriber.Receive()));
    }

    [Fact]
    public void A_subscriber_gets_the_topics_that_begin_as_it_said()
    {
        using var live = new LiveSockets();
        using var one = ZmtpClient.Sub(live.Address.IoPub, "kernel.stream");
        using var two = ZmtpClient.Sub(live.Address.IoPub, "kernel.status", "other");
        using var none = ZmtpClient.Sub(live.Address.IoPub);

        live.Publish("kernel.stream.x", "1");
        live.Publish("kernel.statu", "2");
        live.Publish("kernel.status", "3");
        live.Publish("", "4");
        live.Publish("other", "5");

        Assert.Equal(["kernel.stream.x", "1"], one.Receive());
        Assert.Equal(["kernel.status", "3"], two.Receive());
        Assert.Equal(["other", "5"], two.Receive());
        one.PingPong();
        none.PingPong();
    }

    [Fact]
    public void A_message_that_two_subscriptions_want_comes_once()
    {
        using var live = new LiveSockets();
        using var subscriber = ZmtpClient.Sub(live.Address.IoPub, "", "kernel", "kernel");

        live.Publish("kernel");

        Assert.Equal(["kernel"], subscriber.Receive());
        subscriber.PingPong();
    }

    [Fact]
    public void Subscriptions_to_the_same_topic_are_counted()
    {
        using var live = new LiveSockets();
        using var subscriber = ZmtpClient.Sub(live.Address.IoPub, "topic", "topic");

        subscriber.Unsubscribe("topic");
        live.Publish("topic", "still wanted");
        Assert.Equal(["topic", "still wanted"], subscriber.Receive());

        subscriber.Unsubscribe("topic");
        live.Publish("topic", "no longer");
        subscriber.Unsubscribe("topic");
        subscriber.Subscribe("topic");
        live.Publish("topic", "again");
        Assert.Equal(["topic", "again"], subscriber.Receive());
    }

    [Fact]
    public void Subscriptions_may_come_as_the_commands_of_a_newer_version()
    {
        using var live = new LiveSockets();
        using var subscriber = ZmtpClient.Sub(live.Address.IoPub);

        subscriber.Write([.. Wire.CommandOf("SUBSCRIBE", "a"u8.ToArray()), .. Wire.CommandOf("SUBSCRIBE", "b"u8.ToArray())]);
        subscriber.Write(Wire.CommandOf("CANCEL", "a"u8.ToArray()));
        subscriber.PingPong();
        live.Publish("a");
        live.Publish("b");

        Assert.Equal(["b"], subscriber.Receive());
    }

    [Fact]
    public void Other_messages_of_a_subscriber_are_passed_over()
    {
        using var live = new LiveSockets();
        using var subscriber = ZmtpClient.Connected(live.Address.IoPub, "XSUB");

        subscriber.Send("");
        subscriber.Send("\x02hello", "more");
        subscriber.Subscribe("");
        live.Publish("a");

        Assert.Equal(["a"], subscriber.Receive());
    }

    [Fact]
    public void A_subscriber_that_never_stops_subscribing_is_closed()
    {
        using var live = new LiveSockets();
        using var subscriber = ZmtpClient.Sub(live.Address.IoPub);

        subscriber.Write([.. Enumerable.Range(0, 30).SelectMany(i => Wire.Message($"\x01{new string('x', 40_000)}{i}"))]);

        Assert.True(subscriber.IsClosed());
    }

    [Fact]
    public void A_slow_subscriber_is_cut_off_and_does_not_hold_up_the_others()
    {
        using var live = new LiveSockets(new TransportLimits { QueuedBytes = 200_000 });
        using var slow = ZmtpClient.Silent(live.Address.IoPub, receiveBuffer: 4096).ShakeHands("SUB");
        using var fast = ZmtpClient.Sub(live.Address.IoPub, "");
        slow.Subscribe("");
        var body = new string('x', 60_000);

        var count = 0;
        while (live.Sockets.Connections == 2 && count < 2000)
        {
            live.Publish("topic", $"{count}", body);
            Assert.Equal(["topic", $"{count}", body], fast.Receive());
            count++;
        }

        live.WaitForConnections(1);
        Assert.InRange(count, 4, 1999);
        Assert.True(slow.IsClosed());
        live.Publish("topic", "after");
        Assert.Equal(["topic", "after"], fast.Receive());
    }

    [Fact]
    public void A_subscriber_that_keeps_up_gets_a_message_of_any_size()
    {
        using var live = new LiveSockets(new TransportLimits { QueuedBytes = 1000 });
        using var subscriber = ZmtpClient.Sub(live.Address.IoPub, "");
        var image = new string('x', 1_000_000);

        live.Publish("image", image);

        Assert.True(subscriber.Receive() is ["image", var received] && received == image);
    }

    [Fact]
    public void A_subscriber_that_goes_away_is_missed_by_nobody()
    {
        using var live = new LiveSockets();
        using var stays = ZmtpClient.Sub(live.Address.IoPub, "");
        var goes = ZmtpClient.Sub(live.Address.IoPub, "");

        goes.Reset();
        for (var i = 0; i < 100; i++)
            live.Publish($"{i}");

        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal([$"{i}"], stays.Receive()));
        live.WaitForConnections(1);
    }
}
