using System.Net.Sockets;

namespace IpytestNet.Kernel.Transport;

/// <summary>One connection of a client: a thread that reads, and one that writes.</summary>
internal sealed class Peer : IDisposable
{
    private static readonly TimeSpan TimeToShakeHands = TimeSpan.FromSeconds(10);

    private readonly Socket _socket;
    private readonly BoundSocket _owner;
    private readonly OutgoingQueue _outgoing;
    private readonly NetworkStream _stream;
    private int _isClosed;

    /// <param name="socket">The connection.</param>
    /// <param name="owner">The socket that the client has connected to.</param>
    /// <param name="maxWaiting">How many bytes may wait to be sent.</param>
    public Peer(Socket socket, BoundSocket owner, long maxWaiting)
    {
        _socket = socket;
        _owner = owner;
        _outgoing = new OutgoingQueue(maxWaiting);
        _stream = new NetworkStream(socket);
    }

    /// <summary>Who is at the other end.</summary>
    public ClientIdentity Identity { get; private set; }

    /// <summary>Whether all that was sent has been handed to the operating system.</summary>
    public bool IsIdle => _outgoing.IsIdle;

    /// <summary>Begins to read and to write.</summary>
    public void Start()
    {
        TransportThread.Start($"zmtp {_owner.SocketType} reader", Read);
        TransportThread.Start($"zmtp {_owner.SocketType} writer", Write);
    }

    /// <summary>Sends bytes of the wire; a peer that lets too many wait is cut off.</summary>
    public void Send(byte[] bytes)
    {
        if (!_outgoing.TryAdd(bytes))
            Dispose();
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) != 0)
            return;
        _outgoing.Close();
        _socket.Dispose();
        _owner.Remove(this);
    }

    private void Read()
    {
        try
        {
            using var buffered = new BufferedStream(_stream, 64 * 1024);
            var reader = new FrameReader(buffered);
            ShakeHands(reader);
            while (true)
                _owner.Receive(this, reader.ReadMessage(command => _owner.Receive(this, command)));
        }
        catch (Exception)
        {
            // It is closed, or speaks something else; whatever it is, it ends this connection and nothing more.
        }
        finally
        {
            Dispose();
        }
    }

    private void ShakeHands(FrameReader reader)
    {
        _socket.ReceiveTimeout = (int)TimeToShakeHands.TotalMilliseconds;
        Send(Greeting.Ours);
        Greeting.Read(reader);
        Send(ReadyCommand.Of(_owner.SocketType));
        var ready = ReadyCommand.Read(reader);
        if (!_owner.PeerTypes.Contains(ready.SocketType))
            throw new ZmtpException($"Expected {string.Join(" or ", _owner.PeerTypes)}, but got {ready.SocketType}.");
        Identity = ready.Identity.Length > 0 ? ClientIdentity.Of(ready.Identity.Span) : ClientIdentity.New();
        _socket.ReceiveTimeout = Timeout.Infinite;
        _owner.Join(this);
        if (Volatile.Read(ref _isClosed) != 0)
            _owner.Remove(this);
    }

    private void Write()
    {
        try
        {
            using var buffered = new BufferedStream(_stream, 64 * 1024);
            while (_outgoing.TakeAll() is { } bytes)
            {
                foreach (var message in bytes)
                    buffered.Write(message);
                buffered.Flush();
            }
        }
        catch (Exception)
        {
            // The other end is gone, or the reader has closed the connection.
        }
        finally
        {
            Dispose();
        }
    }
}
