using System.Net.Sockets;

namespace IpytestNet.Kernel.Transport;

/// <summary>How a connection begins: greetings, then READY from both sides, which needs no secrets with mechanism NULL.</summary>
internal static class Handshake
{
    private const int LongestCommand = 64 * 1024;

    /// <summary>Shakes hands with a peer that has connected.</summary>
    /// <returns>What the peer tells of itself.</returns>
    /// <exception cref="ZmtpException">The peer is none that the socket can speak to.</exception>
    public static Ready Perform(Socket connection, PeerInput input, FrameReader frames, IBoundSocket socket)
    {
        // libzmq sends the rest of its greeting only after it has seen ours.
        connection.Send(Greeting.Ours);
        Greeting.Read(input);
        SendReady(connection, socket.SocketType);
        var ready = ReadReady(frames);
        return socket.PeerTypes.Contains(ready.SocketType, StringComparer.Ordinal)
            ? ready
            : throw new ZmtpException($"A {ready.SocketType} connected to a {socket.SocketType}; expected was {string.Join(" or ", socket.PeerTypes)}.");
    }

    private static void SendReady(Socket connection, string socketType)
    {
        var writer = new FrameWriter(connection, _ => { });
        writer.Write(OutgoingMessage.Of(new Ready(socketType, default).ToCommand()));
        writer.Flush();
    }

    private static Ready ReadReady(FrameReader frames)
    {
        var frame = frames.Read(LongestCommand);
        return frame.IsCommand
            ? Ready.Parse(Command.Parse(frame.Body))
            : throw new ZmtpException("A message came before READY.");
    }
}
