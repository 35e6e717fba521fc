namespace IpytestNet.Kernel.Transport;

/// <summary>What one socket of the kernel does with its peers. A peer calls it from its own thread, one call after another.</summary>
internal interface IBoundSocket
{
    /// <summary>The channel that it serves, in words.</summary>
    string Name { get; }

    /// <summary>What kind of socket it is, in the words of ZMTP.</summary>
    string SocketType { get; }

    /// <summary>The kinds of sockets that may connect to it.</summary>
    IReadOnlyList<string> PeerTypes { get; }

    /// <summary>A peer has shaken hands.</summary>
    void Joined(Peer peer);

    /// <summary>A peer has sent a message.</summary>
    void Received(Peer peer, IReadOnlyList<ReadOnlyMemory<byte>> frames);

    /// <summary>A peer has sent a command that does not concern its connection alone.</summary>
    void Received(Peer peer, Command command)
    {
    }

    /// <summary>A peer has gone, perhaps before it shook hands.</summary>
    void Left(Peer peer);
}
