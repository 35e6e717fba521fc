namespace IpytestNet.Kernel.Transport;

/// <summary>Sends back what it gets, so that clients see that the process is alive.</summary>
internal sealed class HeartbeatSocket : IBoundSocket
{
    /// <inheritdoc/>
    public string Name => "heartbeat";

    /// <inheritdoc/>
    public string SocketType => "ROUTER";

    /// <inheritdoc/>
    public IReadOnlyList<string> PeerTypes { get; } = ["REQ", "DEALER", "ROUTER"];

    /// <inheritdoc/>
    public void Joined(Peer peer)
    {
    }

    /// <inheritdoc/>
    public void Received(Peer peer, IReadOnlyList<ReadOnlyMemory<byte>> frames) => peer.Send(new OutgoingMessage(frames));

    /// <inheritdoc/>
    public void Left(Peer peer)
    {
    }
}
