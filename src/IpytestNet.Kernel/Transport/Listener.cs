using System.Net.Sockets;

namespace IpytestNet.Kernel.Transport;

/// <summary>Accepts the peers of one socket.</summary>
/// <param name="listening">The socket of the operating system, which listens already.</param>
/// <param name="socket">What the peers are for.</param>
/// <param name="limits">What a peer may ask for.</param>
internal sealed class Listener(Socket listening, IBoundSocket socket, TransportLimits limits) : IDisposable
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(100);

    private readonly PeerTable _peers = new(limits.Handshakes);
    private readonly ManualResetEventSlim _closed = new();
    private Thread? _thread;

    /// <summary>The peers that are there.</summary>
    public IReadOnlyList<Peer> Peers => _peers.All;

    /// <summary>Begins to accept.</summary>
    public void Start() => _thread = TransportThread.Start($"{socket.Name} listener", Accept);

    /// <summary>Accepts no more peers, and closes those that are there.</summary>
    public void Dispose()
    {
        _closed.Set();
        listening.Dispose();
        _thread?.Join();
        _closed.Dispose();
        foreach (var peer in Peers)
            peer.Close();
    }

    /// <summary>Waits until the threads of all peers have ended.</summary>
    public void Join(Deadline deadline)
    {
        foreach (var peer in Peers)
            peer.Join(deadline);
    }

    private void Accept()
    {
        while (!_closed.IsSet)
        {
            try
            {
                Admit(listening.Accept());
            }
            catch (Exception)
            {
                // The end, a peer that has gone already, or no more files or threads to be had: that may pass.
                _closed.Wait(PauseAfterFailure);
            }
        }
    }

    private void Admit(Socket connection)
    {
        var peer = new Peer(connection, socket, _peers, limits);
        try
        {
            if (connection.ProtocolType == ProtocolType.Tcp)
                connection.NoDelay = true;
            _peers.Add(peer);
            peer.Start();
        }
        catch
        {
            connection.Dispose();
            _peers.Remove(peer);
            throw;
        }
    }
}
