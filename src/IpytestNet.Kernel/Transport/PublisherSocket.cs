namespace IpytestNet.Kernel.Transport;

/// <summary>A PUB: sends every message to those who have subscribed to its topic. Unlike that of libzmq it drops none; who lags too far behind is closed.</summary>
internal sealed class PublisherSocket : IBoundSocket
{
    private const byte CancelMark = 0;
    private const byte SubscribeMark = 1;

    private readonly object _gate = new();
    private readonly Dictionary<Peer, SubscriptionSet> _subscribers = [];

    /// <inheritdoc/>
    public string Name => "iopub";

    /// <inheritdoc/>
    public string SocketType => "PUB";

    /// <inheritdoc/>
    public IReadOnlyList<string> PeerTypes { get; } = ["SUB", "XSUB"];

    /// <summary>Sends a message to all who want its topic, to each of them in the same order.</summary>
    public void Publish(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        var message = new OutgoingMessage(frames);
        using (UninterruptedLock.Enter(_gate))
        {
            foreach (var (peer, subscriptions) in _subscribers)
            {
                if (subscriptions.Matches(frames[0]))
                    peer.Send(message);
            }
        }
    }

    /// <inheritdoc/>
    public void Joined(Peer peer)
    {
        using (UninterruptedLock.Enter(_gate))
            _subscribers.Add(peer, new SubscriptionSet());
    }

    /// <summary>A subscriber that speaks 3.0 subscribes by messages.</summary>
    public void Received(Peer peer, IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        var body = frames[0];
        if (body.IsEmpty)
            return;
        if (body.Span[0] == SubscribeMark)
            Subscribe(peer, body[1..]);
        else if (body.Span[0] == CancelMark)
            Cancel(peer, body[1..]);
    }

    /// <summary>A subscriber that speaks 3.1 subscribes by commands, though it should know that we do not.</summary>
    public void Received(Peer peer, Command command)
    {
        if (command.Name == "SUBSCRIBE")
            Subscribe(peer, command.Data);
        else if (command.Name == "CANCEL")
            Cancel(peer, command.Data);
    }

    /// <inheritdoc/>
    public void Left(Peer peer)
    {
        using (UninterruptedLock.Enter(_gate))
            _subscribers.Remove(peer);
    }

    private void Subscribe(Peer peer, ReadOnlyMemory<byte> prefix)
    {
        using (UninterruptedLock.Enter(_gate))
            _subscribers[peer].Subscribe(prefix);
    }

    private void Cancel(Peer peer, ReadOnlyMemory<byte> prefix)
    {
        using (UninterruptedLock.Enter(_gate))
            _subscribers[peer].Cancel(prefix);
    }
}
