using System.Collections.Concurrent;
using System.Net;

namespace IpytestNet.Kernel.Transport;

/// <summary>A ROUTER socket: takes messages of many clients, and sends to one of them by its identity.</summary>
/// <param name="endPoint">Where clients connect.</param>
/// <param name="maxWaiting">How many bytes may wait to be sent to one client.</param>
/// <param name="received">Takes what comes.</param>
internal sealed class RouterSocket(EndPoint endPoint, long maxWaiting, Action<ClientIdentity, IReadOnlyList<ReadOnlyMemory<byte>>> received)
    : BoundSocket(endPoint, maxWaiting)
{
    private readonly ConcurrentDictionary<ClientIdentity, Peer> _byIdentity = new();

    /// <inheritdoc/>
    public override string SocketType => "ROUTER";

    /// <inheritdoc/>
    public override IReadOnlyList<string> PeerTypes { get; } = ["DEALER", "REQ", "ROUTER"];

    /// <summary>Sends a message to a client; if it is not there, nothing happens.</summary>
    public void Send(ClientIdentity client, byte[] message)
    {
        if (_byIdentity.TryGetValue(client, out var peer))
            peer.Send(message);
    }

    /// <inheritdoc/>
    public override void Join(Peer peer)
    {
        base.Join(peer);
        // A client that comes back is the same one: its old connection has died without anybody noticing.
        Peer? before = null;
        _byIdentity.AddOrUpdate(peer.Identity, peer, (_, old) =>
        {
            before = old;
            return peer;
        });
        before?.Dispose();
    }

    /// <inheritdoc/>
    public override void Remove(Peer peer)
    {
        base.Remove(peer);
        _byIdentity.TryRemove(KeyValuePair.Create(peer.Identity, peer));
    }

    /// <inheritdoc/>
    public override void Receive(Peer peer, IReadOnlyList<ReadOnlyMemory<byte>> frames) => received(peer.Identity, frames);
}
