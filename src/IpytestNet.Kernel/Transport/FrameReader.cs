using System.Buffers.Binary;

namespace IpytestNet.Kernel.Transport;

/// <summary>Reads frames and messages of a connection.</summary>
/// <param name="stream">The connection, buffered: most reads are of a byte or two.</param>
internal sealed class FrameReader(Stream stream)
{
    private const byte More = 1;
    private const byte Long = 2;
    private const byte Command = 4;

    private const int MaxBytes = 256 * 1024 * 1024;
    private const int MaxFrames = 10_000;

    // A length is only a promise: what is allocated grows with what has come.
    private const int Piece = 1024 * 1024;

    private readonly byte[] _length = new byte[8];

    /// <summary>Reads an exact number of bytes.</summary>
    /// <exception cref="EndOfStreamException">The other end closed the connection.</exception>
    public byte[] ReadBytes(int count)
    {
        if (count <= Piece)
        {
            var bytes = new byte[count];
            stream.ReadExactly(bytes);
            return bytes;
        }

        using var pieces = new MemoryStream();
        while (pieces.Length < count)
            pieces.Write(ReadBytes((int)Math.Min(Piece, count - pieces.Length)));
        return pieces.ToArray();
    }

    /// <summary>Reads a frame.</summary>
    /// <exception cref="ZmtpException">It is none, or too long.</exception>
    public Frame ReadFrame(int budget = MaxBytes)
    {
        var flags = ReadBytes(1)[0];
        if ((flags & ~(More | Long | Command)) != 0 || (flags & (More | Command)) == (More | Command))
            throw new ZmtpException($"Expected the flags of a frame, but got 0x{flags:x2}.");
        var length = ReadLength((flags & Long) != 0);
        if (length > (ulong)budget)
            throw new ZmtpException($"Expected at most {MaxBytes} bytes in a message, but got {length} in a frame.");
        return new Frame(ReadBytes((int)length), (flags & More) != 0, (flags & Command) != 0);
    }

    /// <summary>Reads a message; commands that come before it are handed on.</summary>
    /// <param name="command">Takes the body of a command.</param>
    public List<ReadOnlyMemory<byte>> ReadMessage(Action<ReadOnlyMemory<byte>> command)
    {
        var frames = new List<ReadOnlyMemory<byte>>();
        var budget = MaxBytes;
        while (true)
        {
            var frame = ReadFrame(budget);
            if (frame.IsCommand)
            {
                command(frame.Body);
                continue;
            }

            budget -= frame.Body.Length;
            frames.Add(frame.Body);
            if (!frame.HasMore)
                return frames;
            if (frames.Count == MaxFrames)
                throw new ZmtpException($"Expected at most {MaxFrames} frames in a message.");
        }
    }

    private ulong ReadLength(bool isLong)
    {
        if (!isLong)
            return ReadBytes(1)[0];
        stream.ReadExactly(_length);
        return BinaryPrimitives.ReadUInt64BigEndian(_length);
    }
}
