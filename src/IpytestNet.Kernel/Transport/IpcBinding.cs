using System.Net.Sockets;

namespace IpytestNet.Kernel.Transport;

/// <summary>Opens listening Unix domain sockets, which are files.</summary>
internal static class IpcBinding
{
    private const int Backlog = 128;

    /// <summary>Listens at a path. The file is removed when the socket is disposed of; one that a killed process has left is replaced.</summary>
    /// <param name="channel">The channel that it is for, in words.</param>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="KernelAddressException">It cannot be had.</exception>
    public static Socket Listen(string channel, string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            var endpoint = new UnixDomainSocketEndPoint(path);
            if (IsStale(path, endpoint))
                File.Delete(path);
            socket.Bind(endpoint);
            socket.Listen(Backlog);
            return socket;
        }
        catch (Exception e) when (e is SocketException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            socket.Dispose();
            throw new KernelAddressException(channel, $"ipc://{path}", $"{e.Message.TrimEnd('.')}. {Advice(e)}", e);
        }
    }

    private static bool IsStale(string path, UnixDomainSocketEndPoint endpoint)
    {
        // A file with content is no socket, so it is somebody's.
        if (new FileInfo(path) is not { Exists: true, Length: 0 })
            return false;
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(endpoint);
            return false;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            return true;
        }
    }

    private static string Advice(Exception exception) => exception switch
    {
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } => "End the process that listens there, remove the file, or choose another \"ip\" in the connection file.",
        ArgumentException => "Set \"ip\" in the connection file to a shorter path: Unix allows about 100 bytes.",
        _ => "Set \"ip\" in the connection file to the beginning of a path in a directory that exists and can be written to.",
    };
}
