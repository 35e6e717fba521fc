using System.Net;

namespace IpytestNet.Kernel.Transport;

/// <summary>A REP socket that sends back what it gets, so that clients see that the kernel lives.</summary>
/// <param name="endPoint">Where clients connect.</param>
/// <param name="maxWaiting">How many bytes may wait to be sent to one client.</param>
internal sealed class HeartbeatSocket(EndPoint endPoint, long maxWaiting) : BoundSocket(endPoint, maxWaiting)
{
    /// <inheritdoc/>
    public override string SocketType => "REP";

    /// <inheritdoc/>
    public override IReadOnlyList<string> PeerTypes { get; } = ["REQ", "DEALER", "ROUTER"];

    /// <inheritdoc/>
    public override void Receive(Peer peer, IReadOnlyList<ReadOnlyMemory<byte>> frames) => peer.Send(FrameWriter.Message(frames));
}
