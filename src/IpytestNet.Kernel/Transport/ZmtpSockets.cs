using System.Net;
using System.Net.Sockets;

namespace IpytestNet.Kernel.Transport;

/// <summary>The five sockets of a kernel over ZMTP, without libzmq: they are bound, never connected.</summary>
internal sealed class ZmtpSockets : IKernelSockets
{
    private static readonly TimeSpan JoinTime = TimeSpan.FromSeconds(5);

    private readonly List<Listener> _listeners = [];
    private readonly List<Socket> _listening = [];
    private readonly Dictionary<KernelChannel, RouterSocket> _routers;
    private readonly PublisherSocket _publisher = new();
    private bool _disposed;

    internal ZmtpSockets(KernelAddress address, Action<ReceivedMessage> received, TransportLimits limits)
    {
        _routers = Enum.GetValues<KernelChannel>().ToDictionary(channel => channel, channel => new RouterSocket(channel, received));
        try
        {
            Address = address with
            {
                Shell = Listen(address, address.Shell, _routers[KernelChannel.Shell], limits),
                Control = Listen(address, address.Control, _routers[KernelChannel.Control], limits),
                Stdin = Listen(address, address.Stdin, _routers[KernelChannel.Stdin], limits),
                IoPub = Listen(address, address.IoPub, _publisher, limits),
                Heartbeat = Listen(address, address.Heartbeat, new HeartbeatSocket(), limits),
            };
        }
        catch
        {
            _listening.ForEach(socket => socket.Dispose());
            throw;
        }

        _listeners.ForEach(listener => listener.Start());
    }

    /// <summary>Where the sockets are bound, with the ports that were chosen where 0 was asked for.</summary>
    public KernelAddress Address { get; }

    /// <summary>How many clients are connected on all channels, also those that are shaking hands.</summary>
    public int Connections => _listeners.Sum(listener => listener.Peers.Count);

    /// <summary>Binds the sockets of a kernel.</summary>
    /// <param name="address">Where to bind them; port 0 of TCP stands for any that is free.</param>
    /// <param name="received">
    /// Told of messages, on a thread of each connection and one after the other there; may be called before this method returns.
    /// What it throws is ignored. While it runs, no more is read from that connection.
    /// </param>
    /// <exception cref="KernelAddressException">One of them cannot be bound; then none is.</exception>
    public static ZmtpSockets Bind(KernelAddress address, Action<ReceivedMessage> received) => new(address, received, new TransportLimits());

    /// <inheritdoc/>
    /// <remarks>Neither the list of frames nor their bytes may be changed after the call: they are sent later, from where they are.</remarks>
    public void Send(KernelChannel channel, ClientIdentity client, IReadOnlyList<ReadOnlyMemory<byte>> frames) =>
        _routers[channel].Send(client, Checked(frames));

    /// <inheritdoc/>
    /// <remarks>Neither the list of frames nor their bytes may be changed after the call: they are sent later, from where they are.</remarks>
    public void Publish(IReadOnlyList<ReadOnlyMemory<byte>> frames) => _publisher.Publish(Checked(frames));

    /// <inheritdoc/>
    public bool Flush(TimeSpan timeout)
    {
        var deadline = Deadline.After(timeout);
        return _listeners.SelectMany(listener => listener.Peers).All(peer => peer.Flush(deadline));
    }

    /// <summary>Closes all connections, whatever waits to be sent, and waits for their threads; a thread that is in <c>received</c> is left behind after 5 s.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, true))
            return;
        var deadline = Deadline.After(JoinTime);
        _listeners.ForEach(listener => listener.Dispose());
        _listeners.ForEach(listener => listener.Join(deadline));
    }

    private int Listen(KernelAddress address, int port, IBoundSocket socket, TransportLimits limits)
    {
        var listening = address.IsIpc
            ? IpcBinding.Listen(socket.Name, $"{address.Host}-{port}")
            : TcpBinding.Listen(socket.Name, address.Host, port);
        _listening.Add(listening);
        _listeners.Add(new Listener(listening, socket, limits));
        return listening.LocalEndPoint is IPEndPoint endpoint ? endpoint.Port : port;
    }

    private static IReadOnlyList<ReadOnlyMemory<byte>> Checked(IReadOnlyList<ReadOnlyMemory<byte>> frames) =>
        frames.Count > 0 ? frames : throw new ArgumentException("A message has at least one frame.", nameof(frames));
}
