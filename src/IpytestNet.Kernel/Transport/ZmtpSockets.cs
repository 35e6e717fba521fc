using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace IpytestNet.Kernel.Transport;

/// <summary>The sockets of a kernel in ZMTP 3.0, the protocol of ZeroMQ.</summary>
internal sealed class ZmtpSockets : IKernelSockets
{
    private const long DefaultMaxWaiting = 256 * 1024 * 1024;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(2);

    private readonly Dictionary<KernelChannel, RouterSocket> _routers = [];
    private readonly PublisherSocket _publisher;
    private readonly List<BoundSocket> _all = [];

    private ZmtpSockets(KernelAddress address, Action<ReceivedMessage> received, long maxWaiting)
    {
        try
        {
            foreach (var (channel, port) in ((KernelChannel, int)[])[(KernelChannel.Shell, address.Shell), (KernelChannel.Control, address.Control), (KernelChannel.Stdin, address.Stdin)])
            {
                _routers[channel] = new RouterSocket(
                    EndPointOf(address, port), maxWaiting, (client, frames) => received(new ReceivedMessage(channel, client, frames)));
                _all.Add(_routers[channel]);
            }

            _publisher = new PublisherSocket(EndPointOf(address, address.IoPub), maxWaiting);
            _all.Add(_publisher);
            _all.Add(new HeartbeatSocket(EndPointOf(address, address.Heartbeat), maxWaiting));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Binds all sockets and begins to receive.</summary>
    /// <param name="address">Where.</param>
    /// <param name="received">Takes what clients send; called on a thread of the connection, one message after the other.</param>
    /// <param name="maxWaiting">How many bytes may wait to be sent to one peer; one that lets more wait is cut off.</param>
    /// <exception cref="CannotListenException">A port is taken.</exception>
    public static ZmtpSockets Bind(KernelAddress address, Action<ReceivedMessage> received, long maxWaiting)
    {
        var sockets = new ZmtpSockets(address, received, maxWaiting);
        foreach (var socket in sockets._all)
            socket.Start();
        return sockets;
    }

    /// <summary>Binds all sockets and begins to receive; 256 MB may wait to be sent to one peer.</summary>
    public static ZmtpSockets Bind(KernelAddress address, Action<ReceivedMessage> received) => Bind(address, received, DefaultMaxWaiting);

    /// <inheritdoc/>
    public void Send(KernelChannel channel, ClientIdentity client, IReadOnlyList<ReadOnlyMemory<byte>> frames) =>
        _routers[channel].Send(client, FrameWriter.Message(frames));

    /// <inheritdoc/>
    public void Publish(IReadOnlyList<ReadOnlyMemory<byte>> frames) => _publisher.Publish(frames[0].Span, FrameWriter.Message(frames));

    /// <inheritdoc/>
    public bool Flush(TimeSpan timeout)
    {
        var start = Stopwatch.GetTimestamp();
        while (!_all.TrueForAll(socket => socket.IsIdle))
        {
            if (Stopwatch.GetElapsedTime(start) > timeout)
                return false;
            Thread.Sleep(BetweenLooks);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var socket in _all)
            socket.Dispose();
    }

    private static EndPoint EndPointOf(KernelAddress address, int port)
    {
        try
        {
            return address.IsIpc ? new UnixDomainSocketEndPoint($"{address.Host}-{port}") : new IPEndPoint(AddressOf(address.Host), port);
        }
        catch (Exception e) when (e is ArgumentException or SocketException)
        {
            throw new CannotListenException($"cannot listen at {address.Host}: {e.Message}", e);
        }
    }

    private static IPAddress AddressOf(string host) =>
        host is "*" ? IPAddress.Any
        : IPAddress.TryParse(host, out var parsed) ? parsed
        : Dns.GetHostAddresses(host)[0];
}
