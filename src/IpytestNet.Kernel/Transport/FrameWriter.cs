using System.Buffers.Binary;
using System.Text;

namespace IpytestNet.Kernel.Transport;

/// <summary>Writes messages and commands as bytes of the wire.</summary>
internal static class FrameWriter
{
    /// <summary>A message of several frames.</summary>
    public static byte[] Message(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        var bytes = new byte[frames.Sum(frame => HeadLength(frame.Length) + frame.Length)];
        var rest = bytes.AsSpan();
        for (var i = 0; i < frames.Count; i++)
            rest = Write(rest, frames[i].Span, isCommand: false, hasMore: i < frames.Count - 1);
        return bytes;
    }

    /// <summary>A command.</summary>
    /// <param name="name">Its name, in ASCII.</param>
    /// <param name="data">What stands behind the name.</param>
    public static byte[] Command(string name, ReadOnlySpan<byte> data)
    {
        byte[] body = [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. data];
        var bytes = new byte[HeadLength(body.Length) + body.Length];
        Write(bytes, body, isCommand: true, hasMore: false);
        return bytes;
    }

    private static int HeadLength(int length) => length <= byte.MaxValue ? 2 : 9;

    private static Span<byte> Write(Span<byte> to, ReadOnlySpan<byte> body, bool isCommand, bool hasMore)
    {
        var isLong = body.Length > byte.MaxValue;
        to[0] = (byte)((hasMore ? 1 : 0) | (isLong ? 2 : 0) | (isCommand ? 4 : 0));
        if (isLong)
            BinaryPrimitives.WriteUInt64BigEndian(to[1..], (ulong)body.Length);
        else
            to[1] = (byte)body.Length;
        var rest = to[HeadLength(body.Length)..];
        body.CopyTo(rest);
        return rest[body.Length..];
    }
}
