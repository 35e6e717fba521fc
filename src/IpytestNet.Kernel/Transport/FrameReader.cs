using System.Buffers.Binary;

namespace IpytestNet.Kernel.Transport;

/// <summary>Reads the frames of a peer.</summary>
internal sealed class FrameReader(PeerInput input)
{
    private const FrameFlags Known = FrameFlags.More | FrameFlags.Long | FrameFlags.Command;
    private const int FirstAllocation = 1024 * 1024;

    /// <summary>Reads a frame.</summary>
    /// <param name="limit">How many bytes its body may have.</param>
    /// <exception cref="ZmtpException">It is no frame, or too long.</exception>
    public Frame Read(int limit)
    {
        var flags = (FrameFlags)input.ReadByte();
        if ((flags & ~Known) != FrameFlags.None || flags.HasFlag(FrameFlags.Command | FrameFlags.More))
            throw new ZmtpException($"A frame cannot have the flags {(byte)flags:x2}.");
        var length = flags.HasFlag(FrameFlags.Long) ? ReadLongLength() : input.ReadByte();
        if (length > (ulong)limit)
            throw new ZmtpException($"A frame of {length} bytes came where at most {limit} are taken.");
        return new Frame(flags, ReadBody((int)length));
    }

    private ulong ReadLongLength()
    {
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        input.Fill(length);
        return BinaryPrimitives.ReadUInt64BigEndian(length);
    }

    private byte[] ReadBody(int length)
    {
        // Anyone can announce a length: memory is taken only as the bytes arrive.
        var body = new byte[Math.Min(length, FirstAllocation)];
        input.Fill(body);
        while (body.Length < length)
        {
            var filled = body.Length;
            Array.Resize(ref body, (int)Math.Min(length, 2L * filled));
            input.Fill(body.AsSpan(filled));
        }

        return body;
    }
}
