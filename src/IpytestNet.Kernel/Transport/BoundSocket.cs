using System.Net;
using System.Net.Sockets;
using IpytestNet.Stopping;

namespace IpytestNet.Kernel.Transport;

/// <summary>A socket that clients connect to.</summary>
/// <param name="endPoint">Where.</param>
/// <param name="maxWaiting">How many bytes may wait to be sent to one peer.</param>
internal abstract class BoundSocket(EndPoint endPoint, long maxWaiting) : IDisposable
{
    // More connections than this are no clients that are slow, but a flood.
    private const int MaxShakingHands = 100;

    private readonly BriefLock _lock = new();
    private readonly LinkedList<Peer> _newcomers = new();
    private readonly HashSet<Peer> _peers = [];
    private readonly Socket _listener = Listeners.Open(endPoint);

    /// <summary>The type of the socket, as ZMTP names it.</summary>
    public abstract string SocketType { get; }

    /// <summary>The types of sockets that may connect.</summary>
    public abstract IReadOnlyList<string> PeerTypes { get; }

    /// <summary>Whether all that was sent has been handed to the operating system.</summary>
    public bool IsIdle => Peers.All(peer => peer.IsIdle);

    /// <summary>The peers that have shaken hands.</summary>
    protected IReadOnlyList<Peer> Peers
    {
        get
        {
            using (_lock.Enter())
                return [.. _peers];
        }
    }

    /// <summary>Begins to accept connections.</summary>
    public void Start() => TransportThread.Start($"zmtp {SocketType} listener", Accept);

    /// <summary>Takes a peer in that has shaken hands.</summary>
    public virtual void Join(Peer peer)
    {
        using (_lock.Enter())
        {
            _newcomers.Remove(peer);
            _peers.Add(peer);
        }
    }

    /// <summary>Forgets a peer that is closed.</summary>
    public virtual void Remove(Peer peer)
    {
        using (_lock.Enter())
        {
            _newcomers.Remove(peer);
            _peers.Remove(peer);
        }
    }

    /// <summary>Takes a message of a peer.</summary>
    public abstract void Receive(Peer peer, IReadOnlyList<ReadOnlyMemory<byte>> frames);

    /// <summary>Takes a command of a peer; one that is not known is passed over, as the protocol has it.</summary>
    public void Receive(Peer peer, ReadOnlyMemory<byte> command)
    {
        if (CommandName.Of(command) is not { } known)
            throw new ZmtpException("Expected a command, but it has no name.");
        // A time to live of two bytes, then what comes back.
        if (known is { Name: "PING", Data.Length: >= 2 })
            peer.Send(FrameWriter.Command("PONG", known.Data[2..].Span));
        else
            Obey(peer, known);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Dispose();
        List<Peer> all;
        using (_lock.Enter())
            all = [.. _newcomers, .. _peers];
        foreach (var peer in all)
            peer.Dispose();
        if (endPoint is UnixDomainSocketEndPoint path)
            File.Delete(path.ToString());
    }

    /// <summary>Does what a command says.</summary>
    protected virtual void Obey(Peer peer, CommandName command)
    {
    }

    private void Accept()
    {
        while (true)
        {
            try
            {
                Begin(_listener.Accept());
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.OperationAborted or SocketError.Interrupted or SocketError.NotSocket or SocketError.InvalidArgument)
            {
                return;
            }
            catch (SocketException)
            {
                // A connection that ended before it began, or no descriptor is free: others still may come.
                Thread.Sleep(10);
            }
        }
    }

    private void Begin(Socket connection)
    {
        if (connection.AddressFamily is not AddressFamily.Unix)
            connection.NoDelay = true;
        var peer = new Peer(connection, this, maxWaiting);
        Peer? oldest = null;
        using (_lock.Enter())
        {
            _newcomers.AddLast(peer);
            if (_newcomers.Count > MaxShakingHands)
                oldest = _newcomers.First!.Value;
        }

        oldest?.Dispose();
        peer.Start();
    }
}
