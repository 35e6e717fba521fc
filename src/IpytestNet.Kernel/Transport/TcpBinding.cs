using System.Net;
using System.Net.Sockets;

namespace IpytestNet.Kernel.Transport;

/// <summary>Opens listening sockets of TCP.</summary>
internal static class TcpBinding
{
    private const int Backlog = 128;

    /// <summary>Listens on a port of an IP address.</summary>
    /// <param name="channel">The channel that it is for, in words.</param>
    /// <param name="host">The IP address.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <exception cref="KernelAddressException">It cannot be had.</exception>
    public static Socket Listen(string channel, string host, int port)
    {
        var endpoint = $"tcp://{host}:{port}";
        if (!IPAddress.TryParse(host, out var address) || port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
            throw new KernelAddressException(channel, endpoint, "An IP address and a port from 0 to 65535 were expected. Correct \"ip\" and the ports in the connection file.");
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(Backlog);
            return socket;
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new KernelAddressException(channel, endpoint, $"{e.Message}. {Advice(e.SocketErrorCode)}", e);
        }
    }

    private static string Advice(SocketError error) => error switch
    {
        SocketError.AddressAlreadyInUse => "End the process that listens there, or choose another port in the connection file.",
        SocketError.AddressNotAvailable => "Set \"ip\" in the connection file to an address of this machine, such as 127.0.0.1.",
        _ => "Choose another port in the connection file.",
    };
}
