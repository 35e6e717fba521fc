using System.Net.Sockets;

namespace IpytestNet.Kernel.Transport;

/// <summary>A connection to a client, with a thread that reads and one that writes.</summary>
/// <param name="connection">The connection, accepted just now.</param>
/// <param name="socket">The socket that it came to.</param>
/// <param name="table">Where the peer stands until both its threads have ended.</param>
/// <param name="limits">What the client may ask for.</param>
internal sealed class Peer(Socket connection, IBoundSocket socket, PeerTable table, TransportLimits limits)
{
    private readonly OutgoingQueue _outgoing = new(limits.QueuedBytes);
    private Thread? _reader;
    private volatile bool _closed;

    /// <summary>By what name the client wants to be known; empty if by none, or while it is shaking hands.</summary>
    public ReadOnlyMemory<byte> Identity { get; private set; }

    /// <summary>Begins to shake hands and then to read.</summary>
    public void Start() => _reader = TransportThread.Start($"{socket.Name} reader", Read);

    /// <summary>Sends a message in the background, or closes the connection if too much is waiting already.</summary>
    public void Send(OutgoingMessage message)
    {
        if (!_outgoing.TryAdd(message))
            Close();
    }

    /// <summary>Waits until all that was sent before has been handed to the operating system, or the peer has gone.</summary>
    public bool Flush(Deadline deadline) => _outgoing.WaitUntilSent(deadline);

    /// <summary>Ends the connection; the threads end soon after.</summary>
    public void Close()
    {
        _closed = true;
        _outgoing.Close();
        try
        {
            // What was sent before still arrives; a connection that is only disposed of while it is being read would be reset.
            connection.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The peer, or another thread, was faster.
        }

        // Elsewhere the threads have been woken, and the reader disposes of it: that may wait, and whoever sends must not.
        if (OperatingSystem.IsWindows())
            connection.Dispose();
    }

    /// <summary>Waits until both threads have ended, unless it is one of them that asks.</summary>
    public void Join(Deadline deadline)
    {
        if (_reader != Thread.CurrentThread)
            _reader?.Join(deadline.Remaining);
    }

    private void Read()
    {
        Thread? writer = null;
        try
        {
            var input = new PeerInput(connection);
            input.Limit(Deadline.After(limits.HandshakeTime));
            var frames = new FrameReader(input);
            Identity = Handshake.Perform(connection, input, frames, socket).Identity;
            input.Limit(null);
            table.Welcome(this);
            writer = TransportThread.Start($"{socket.Name} writer", Write);
            ReadMessages(frames);
        }
        catch (Exception)
        {
            // The end of the connection, something that is not ZMTP, or no memory for what came: all of it ends this peer alone.
        }
        finally
        {
            Close();
            socket.Left(this);
            writer?.Join();
            connection.Dispose();
            table.Remove(this);
        }
    }

    private void ReadMessages(FrameReader frames)
    {
        socket.Joined(this);
        var messages = new MessageReader(frames, limits.MessageBytes, Obey);
        while (!_closed)
            socket.Received(this, messages.Read());
    }

    private void Obey(Command command)
    {
        if (command.Name == Ping.CommandName)
            Send(OutgoingMessage.Of(Ping.Answer(command)));
        else
            socket.Received(this, command);
    }

    private void Write()
    {
        try
        {
            var writer = new FrameWriter(connection, _outgoing.Sent);
            while (_outgoing.WaitForMessage())
            {
                while (_outgoing.TryTake(out var message))
                    writer.Write(message);
                writer.Flush();
            }
        }
        catch (Exception)
        {
            // What cannot be written ends this peer alone.
            Close();
        }
    }
}
