using System.Net;
using System.Net.Sockets;

namespace IpytestNet.Kernel.Transport;

/// <summary>Opens sockets that listen.</summary>
internal static class Listeners
{
    private const int Backlog = 128;

    /// <summary>Listens at a place.</summary>
    /// <exception cref="CannotListenException">Something else is there, or nothing can be.</exception>
    public static Socket Open(EndPoint endPoint)
    {
        if (endPoint is UnixDomainSocketEndPoint path)
            RemoveStale(path);
        var protocol = endPoint is UnixDomainSocketEndPoint ? ProtocolType.Unspecified : ProtocolType.Tcp;
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, protocol);
        try
        {
            socket.Bind(endPoint);
            socket.Listen(Backlog);
            return socket;
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new CannotListenException($"cannot listen at {endPoint}: {e.Message}; is another kernel running with this connection file?", e);
        }
    }

    // A kernel that was killed leaves the file behind; one that runs answers.
    private static void RemoveStale(UnixDomainSocketEndPoint path)
    {
        if (!File.Exists(path.ToString()))
            return;
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(path);
        }
        catch (SocketException)
        {
            File.Delete(path.ToString());
        }
    }
}
