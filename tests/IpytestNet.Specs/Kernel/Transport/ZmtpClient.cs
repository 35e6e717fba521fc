using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using IpytestNet.Kernel.Transport;
using Xunit;

namespace IpytestNet.Specs.Kernel.Transport;

/// <summary>A client that speaks ZMTP over a plain socket, or whatever else a spec makes it say. Frames are texts of one byte a character.</summary>
internal sealed class ZmtpClient : IDisposable
{
    private const int Patience = 30_000;

    private readonly Socket _socket;

    private ZmtpClient(EndPoint endpoint, int? receiveBuffer)
    {
        var isTcp = endpoint is IPEndPoint;
        _socket = new Socket(endpoint.AddressFamily, SocketType.Stream, isTcp ? ProtocolType.Tcp : ProtocolType.Unspecified)
        {
            ReceiveTimeout = Patience,
            SendTimeout = Patience,
        };
        if (receiveBuffer is { } size)
            _socket.ReceiveBufferSize = size;
        _socket.Connect(endpoint);
        if (isTcp)
            _socket.NoDelay = true;
    }

    /// <summary>Connects, and says nothing.</summary>
    public static ZmtpClient Silent(int port, int? receiveBuffer = null) => new(new IPEndPoint(IPAddress.Loopback, port), receiveBuffer);

    /// <summary>Connects to a Unix domain socket, and says nothing.</summary>
    public static ZmtpClient Silent(string path) => new(new UnixDomainSocketEndPoint(path), receiveBuffer: null);

    /// <summary>Connects a socket that sends its identity, or an empty one.</summary>
    public static ZmtpClient Connected(int port, string socketType, string? identity = "") => Silent(port).ShakeHands(socketType, identity);

    /// <summary>Connects a DEALER.</summary>
    public static ZmtpClient Dealer(int port, string identity = "") => Connected(port, "DEALER", identity);

    /// <summary>Connects a REQ.</summary>
    public static ZmtpClient Req(int port) => Connected(port, "REQ");

    /// <summary>Connects a SUB that has subscribed to these prefixes.</summary>
    public static ZmtpClient Sub(int port, params string[] prefixes)
    {
        var client = Connected(port, "SUB", identity: null);
        foreach (var prefix in prefixes)
            client.Subscribe(prefix);
        return client;
    }

    /// <summary>Begins as libzmq does: half a word, then waits for the other side, then the rest with READY glued on.</summary>
    public ZmtpClient ShakeHands(string socketType, string? identity = "")
    {
        var greeting = Wire.Greeting();
        Write(greeting[..10]);
        ReadExactly(64);
        Write(greeting[10..11]);
        Write([.. greeting[11..], .. Wire.Ready(socketType, identity)]);
        ReadFrame();
        return this;
    }

    /// <summary>Subscribes to a prefix in the manner of 3.0, and waits until that counts.</summary>
    public void Subscribe(string prefix)
    {
        Write(Wire.Message("\x01" + prefix));
        PingPong();
    }

    /// <summary>Takes a subscription back, and waits until that counts.</summary>
    public void Unsubscribe(string prefix)
    {
        Write(Wire.Message("\0" + prefix));
        PingPong();
    }

    /// <summary>Waits until the other side has read all that was written.</summary>
    public void PingPong()
    {
        Write(Wire.CommandOf("PING", [0, 0, .. "here?"u8]));
        Assert.Equal((Wire.Command, "\x04PONGhere?"), ReadFrame());
    }

    /// <summary>Sends a message.</summary>
    public void Send(params string[] frames) => Write(Wire.Message(frames));

    /// <summary>Writes bytes.</summary>
    public void Write(params byte[] bytes) => _socket.Send(bytes);

    /// <summary>Writes bytes, each by itself.</summary>
    public void WriteOneByOne(params byte[] bytes)
    {
        foreach (var one in bytes)
            _socket.Send([one]);
    }

    /// <summary>Reads the next message.</summary>
    public string[] Receive()
    {
        var frames = new List<string>();
        while (true)
        {
            var (flags, body) = ReadFrame();
            frames.Add(body);
            if ((flags & Wire.More) == 0)
                return [.. frames];
        }
    }

    /// <summary>Reads the next frame; the flag that tells of a long length is taken away.</summary>
    public (byte Flags, string Body) ReadFrame()
    {
        var flags = ReadExactly(1)[0];
        var length = (flags & Wire.Long) != 0 ? (int)BinaryPrimitives.ReadUInt64BigEndian(ReadExactly(8)) : ReadExactly(1)[0];
        return ((byte)(flags & ~Wire.Long), Encoding.Latin1.GetString(ReadExactly(length)));
    }

    /// <summary>Reads so many bytes.</summary>
    public byte[] ReadExactly(int count)
    {
        var bytes = new byte[count];
        for (var filled = 0; filled < count;)
        {
            var received = _socket.Receive(bytes.AsSpan(filled));
            filled += received > 0 ? received : throw new EndOfStreamException($"The connection ended after {filled} of {count} bytes.");
        }

        return bytes;
    }

    /// <summary>Waits until the other side closes the connection; what comes before is passed over.</summary>
    /// <returns>Whether it did.</returns>
    public bool IsClosed()
    {
        var bytes = new byte[64 * 1024];
        try
        {
            while (_socket.Receive(bytes) > 0)
            {
            }

            return true;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted;
        }
    }

    /// <summary>Says that nothing more will be written.</summary>
    public void EndWriting() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Breaks the connection off, as if the process had been killed.</summary>
    public void Reset() => _socket.Close(timeout: 0);

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    /// <summary>The port of a channel.</summary>
    public static int PortOf(KernelAddress address, string channel) => channel switch
    {
        "shell" => address.Shell,
        "control" => address.Control,
        "stdin" => address.Stdin,
        "iopub" => address.IoPub,
        _ => address.Heartbeat,
    };
}
