namespace IpytestNet.Kernel.Transport;

/// <summary>The peers of one socket: those that are shaking hands, and those that have.</summary>
/// <param name="handshakes">How many may be shaking hands at a time.</param>
internal sealed class PeerTable(int handshakes)
{
    private readonly Lock _gate = new();
    private readonly List<Peer> _shakingHands = [];
    private readonly HashSet<Peer> _peers = [];

    /// <summary>All peers, until their threads have ended.</summary>
    public IReadOnlyList<Peer> All
    {
        get
        {
            lock (_gate)
                return [.. _peers];
        }
    }

    /// <summary>Adds a peer that begins to shake hands. If too many do, the one that has taken longest is closed: a client in earnest is done at once.</summary>
    public void Add(Peer peer)
    {
        Peer? oldest = null;
        lock (_gate)
        {
            _peers.Add(peer);
            _shakingHands.Add(peer);
            if (_shakingHands.Count > handshakes)
            {
                oldest = _shakingHands[0];
                _shakingHands.RemoveAt(0);
            }
        }

        oldest?.Close();
    }

    /// <summary>Notes that a peer has shaken hands.</summary>
    public void Welcome(Peer peer)
    {
        lock (_gate)
            _shakingHands.Remove(peer);
    }

    /// <summary>Removes a peer.</summary>
    public void Remove(Peer peer)
    {
        lock (_gate)
        {
            _shakingHands.Remove(peer);
            _peers.Remove(peer);
        }
    }
}
