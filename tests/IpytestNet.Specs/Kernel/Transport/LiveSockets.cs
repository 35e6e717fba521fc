using System.Collections.Concurrent;
using System.Text;
using IpytestNet.Kernel.Transport;
using Xunit;

namespace IpytestNet.Specs.Kernel.Transport;

/// <summary>The sockets of a kernel, bound to free ports of this machine, and what they have received.</summary>
internal sealed class LiveSockets : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // So long that no spec takes the end of the handshake's time for something else.
    private static readonly TransportLimits Unhurried = new() { HandshakeTime = TimeSpan.FromMinutes(10) };

    private readonly BlockingCollection<ReceivedMessage> _received = [];

    public LiveSockets(TransportLimits? limits = null, KernelAddress? address = null, Action<ReceivedMessage>? received = null) =>
        Sockets = new ZmtpSockets(address ?? AnyPorts, received ?? _received.Add, limits ?? Unhurried);

    /// <summary>Five free ports.</summary>
    public static KernelAddress AnyPorts => new(IsIpc: false, "127.0.0.1", 0, 0, 0, 0, 0);

    /// <summary>The sockets.</summary>
    public ZmtpSockets Sockets { get; }

    /// <summary>Where they are bound.</summary>
    public KernelAddress Address => Sockets.Address;

    /// <summary>Sockets that send back what they receive.</summary>
    public static LiveSockets Echoing(TransportLimits? limits = null)
    {
        LiveSockets? live = null;
        live = new LiveSockets(limits, address: null, message => live!.Sockets.Send(message.Channel, message.Client, message.Frames));
        return live;
    }

    /// <summary>Waits for the next message.</summary>
    public ReceivedMessage Next() => _received.TryTake(out var message, Patience) ? message : throw new TimeoutException("No message was received.");

    /// <summary>Waits for the next message, and gives its frames.</summary>
    public string[] NextFrames() => Text(Next().Frames);

    /// <summary>Sends a message to a client.</summary>
    public void Send(KernelChannel channel, ClientIdentity client, params string[] frames) => Sockets.Send(channel, client, Frames(frames));

    /// <summary>Publishes a message.</summary>
    public void Publish(params string[] frames) => Sockets.Publish(Frames(frames));

    /// <summary>Waits until there are so many connections.</summary>
    public void WaitForConnections(int count) =>
        Assert.True(SpinWait.SpinUntil(() => Sockets.Connections == count, Patience), $"There are {Sockets.Connections} connections instead of {count}.");

    /// <inheritdoc/>
    public void Dispose()
    {
        Sockets.Dispose();
        _received.Dispose();
    }

    public static string[] Text(IReadOnlyList<ReadOnlyMemory<byte>> frames) => [.. frames.Select(frame => Encoding.Latin1.GetString(frame.Span))];

    private static ReadOnlyMemory<byte>[] Frames(string[] frames) => [.. frames.Select(frame => (ReadOnlyMemory<byte>)Wire.Text(frame))];
}
