using System.Buffers.Binary;

namespace IpytestNet.Kernel.Transport;

/// <summary>Takes bytes apart from the front, and refuses to go past their end.</summary>
internal sealed class ByteParser(ReadOnlyMemory<byte> bytes)
{
    /// <summary>What has not been taken.</summary>
    public ReadOnlyMemory<byte> Rest { get; private set; } = bytes;

    /// <summary>Takes as many bytes as are asked for.</summary>
    /// <exception cref="ZmtpException">There are fewer.</exception>
    public ReadOnlyMemory<byte> Take(long count)
    {
        if (count > Rest.Length)
            throw new ZmtpException($"A command ends where {count} more bytes were announced.");
        var taken = Rest[..(int)count];
        Rest = Rest[(int)count..];
        return taken;
    }

    /// <summary>Takes one byte.</summary>
    /// <exception cref="ZmtpException">There is none.</exception>
    public byte TakeByte() => Take(1).Span[0];

    /// <summary>Takes a number of four bytes.</summary>
    /// <exception cref="ZmtpException">There are fewer.</exception>
    public uint TakeUInt32() => BinaryPrimitives.ReadUInt32BigEndian(Take(sizeof(uint)).Span);
}
