namespace IpytestNet.Kernel.Transport;

/// <summary>What a peer may ask of us at most; one that asks for more is closed.</summary>
internal sealed record TransportLimits
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>The bytes of a message that we read.</summary>
    /// <value>256 MB by default.</value>
    public int MessageBytes { get; init; } = 256 * Megabyte;

    /// <summary>The bytes that wait for a peer which does not read them, when one more message comes.</summary>
    /// <value>256 MB by default.</value>
    public long QueuedBytes { get; init; } = 256 * Megabyte;

    /// <summary>How long a handshake may last.</summary>
    /// <value>10 s by default.</value>
    public TimeSpan HandshakeTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many peers of one socket may be shaking hands; for one more, the oldest of them is closed.</summary>
    /// <value>64 by default.</value>
    public int Handshakes { get; init; } = 64;
}
