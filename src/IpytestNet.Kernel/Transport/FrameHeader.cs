using System.Buffers.Binary;

namespace IpytestNet.Kernel.Transport;

/// <summary>What stands before the body of a frame: flags, and a length of one or eight bytes.</summary>
internal static class FrameHeader
{
    /// <summary>The most that a header has.</summary>
    public const int LongestLength = 1 + sizeof(ulong);

    /// <summary>How many bytes the header of a body has.</summary>
    public static int LengthFor(int body) => body > byte.MaxValue ? LongestLength : 2;

    /// <summary>Writes a header.</summary>
    /// <returns>How many bytes it has.</returns>
    public static int Write(Span<byte> target, FrameFlags flags, int body)
    {
        if (body > byte.MaxValue)
        {
            target[0] = (byte)(flags | FrameFlags.Long);
            BinaryPrimitives.WriteUInt64BigEndian(target[1..], (ulong)body);
        }
        else
        {
            target[0] = (byte)flags;
            target[1] = (byte)body;
        }

        return LengthFor(body);
    }
}
