using System.Collections.Concurrent;
using System.Net;

namespace IpytestNet.Kernel.Transport;

/// <summary>A PUB socket: sends each message to all peers that have subscribed to the beginning of its first frame.</summary>
/// <param name="endPoint">Where subscribers connect.</param>
/// <param name="maxWaiting">How many bytes may wait to be sent to one subscriber.</param>
internal sealed class PublisherSocket(EndPoint endPoint, long maxWaiting) : BoundSocket(endPoint, maxWaiting)
{
    private const byte Subscribe = 1;
    private const byte Cancel = 0;

    private readonly ConcurrentDictionary<Peer, Subscriptions> _subscriptions = new();

    /// <inheritdoc/>
    public override string SocketType => "PUB";

    /// <inheritdoc/>
    public override IReadOnlyList<string> PeerTypes { get; } = ["SUB", "XSUB"];

    /// <summary>Sends a message to all subscribers of its topic.</summary>
    public void Publish(ReadOnlySpan<byte> topic, byte[] message)
    {
        foreach (var (peer, subscriptions) in _subscriptions)
        {
            if (subscriptions.Match(topic))
                peer.Send(message);
        }
    }

    /// <inheritdoc/>
    public override void Join(Peer peer)
    {
        base.Join(peer);
        _subscriptions[peer] = new Subscriptions();
    }

    /// <inheritdoc/>
    public override void Remove(Peer peer)
    {
        base.Remove(peer);
        _subscriptions.TryRemove(peer, out _);
    }

    /// <inheritdoc/>
    public override void Receive(Peer peer, IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        // Anything else is a message to nobody, as with XSUB.
        if (frames is [{ Length: > 0 } message] && message.Span[0] is Subscribe or Cancel)
            Change(peer, message[1..], frames[0].Span[0] is Subscribe);
    }

    /// <inheritdoc/>
    protected override void Obey(Peer peer, CommandName command)
    {
        // ZMTP 3.1 has commands for it; some send them whatever version we announce.
        if (command.Name is "SUBSCRIBE" or "CANCEL")
            Change(peer, command.Data, command.Name is "SUBSCRIBE");
    }

    private void Change(Peer peer, ReadOnlyMemory<byte> prefix, bool isAdded)
    {
        if (!_subscriptions.TryGetValue(peer, out var subscriptions))
            return;
        if (isAdded)
            subscriptions.Add(prefix);
        else
            subscriptions.Remove(prefix);
    }
}
