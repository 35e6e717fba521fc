using System.Net.Sockets;

namespace IpytestNet.Kernel.Transport;

/// <summary>Writes messages to a peer: small ones together in one write, big bodies without copying them.</summary>
/// <param name="connection">Where to write.</param>
/// <param name="sent">Told how many bytes the operating system has taken.</param>
internal sealed class FrameWriter(Socket connection, Action<int> sent)
{
    private const int LargestWrite = 1024 * 1024;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _count;

    /// <summary>Writes a message, or keeps it to be written with the next.</summary>
    public void Write(OutgoingMessage message)
    {
        var last = message.Frames.Count - 1;
        for (var i = 0; i <= last; i++)
        {
            var flags = message.IsCommand ? FrameFlags.Command : i < last ? FrameFlags.More : FrameFlags.None;
            WriteFrame(flags, message.Frames[i].Span);
        }
    }

    /// <summary>Writes what has been kept.</summary>
    public void Flush()
    {
        Send(_buffer.AsSpan(0, _count));
        _count = 0;
    }

    private void WriteFrame(FrameFlags flags, ReadOnlySpan<byte> body)
    {
        if (_buffer.Length - _count < FrameHeader.LongestLength)
            Flush();
        _count += FrameHeader.Write(_buffer.AsSpan(_count), flags, body.Length);
        if (_buffer.Length - _count < body.Length)
            Flush();
        if (body.Length > _buffer.Length)
        {
            Send(body);
            return;
        }

        body.CopyTo(_buffer.AsSpan(_count));
        _count += body.Length;
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var count = connection.Send(bytes[..Math.Min(bytes.Length, LargestWrite)]);
            sent(count);
            bytes = bytes[count..];
        }
    }
}
