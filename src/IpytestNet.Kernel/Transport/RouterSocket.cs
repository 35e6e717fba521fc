namespace IpytestNet.Kernel.Transport;

/// <summary>A ROUTER: tells by which client a message was sent, and sends messages to single clients.</summary>
/// <param name="channel">The channel that it serves.</param>
/// <param name="received">Told of messages.</param>
internal sealed class RouterSocket(KernelChannel channel, Action<ReceivedMessage> received) : IBoundSocket
{
    private readonly object _gate = new();
    private readonly Dictionary<ClientIdentity, Peer> _peers = [];
    private readonly Dictionary<Peer, ClientIdentity> _clients = [];

    /// <inheritdoc/>
    public string Name => channel.ToString().ToLowerInvariant();

    /// <inheritdoc/>
    public string SocketType => "ROUTER";

    /// <inheritdoc/>
    public IReadOnlyList<string> PeerTypes { get; } = ["DEALER", "REQ", "ROUTER"];

    /// <summary>Sends a message to a client, if it is there.</summary>
    public void Send(ClientIdentity client, IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        Peer? peer;
        using (UninterruptedLock.Enter(_gate))
            _peers.TryGetValue(client, out peer);
        peer?.Send(new OutgoingMessage(frames));
    }

    /// <summary>A peer has shaken hands. If its client is connected already, that connection is taken to be dead, as after the network was away.</summary>
    public void Joined(Peer peer)
    {
        var client = peer.Identity.IsEmpty ? MakeIdentity() : ClientIdentity.Of(peer.Identity.Span);
        Peer? former;
        using (UninterruptedLock.Enter(_gate))
        {
            _peers.TryGetValue(client, out former);
            _peers[client] = peer;
            _clients[peer] = client;
        }

        former?.Close();
    }

    /// <inheritdoc/>
    public void Received(Peer peer, IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        ClientIdentity client;
        using (UninterruptedLock.Enter(_gate))
            client = _clients[peer];
        try
        {
            received(new ReceivedMessage(channel, client, frames));
        }
        catch (Exception)
        {
            // Whoever receives answers for it; the client must not lose its connection over a message.
        }
    }

    /// <inheritdoc/>
    public void Left(Peer peer)
    {
        using (UninterruptedLock.Enter(_gate))
        {
            if (_clients.Remove(peer, out var client) && _peers[client] == peer)
                _peers.Remove(client);
        }
    }

    /// <summary>A name for a client without one, which begins with zero as in libzmq, and which no other client can guess.</summary>
    private static ClientIdentity MakeIdentity() => ClientIdentity.Of([0, .. Guid.NewGuid().ToByteArray()]);
}
