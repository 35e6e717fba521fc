namespace IpytestNet.Kernel.Transport;

/// <summary>The 64 bytes with which both ends of a connection begin.</summary>
internal static class Greeting
{
    private const int SignatureLength = 10;
    private const int MechanismLength = 20;

    /// <summary>Ours: ZMTP 3.0, so that subscriptions come as messages; the mechanism NULL.</summary>
    public static byte[] Ours { get; } = [0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3, 0, .. Mechanism, .. new byte[32]];

    private static byte[] Mechanism => [.. "NULL"u8, .. new byte[MechanismLength - 4]];

    /// <summary>Reads that of the other end.</summary>
    /// <exception cref="ZmtpException">It is none, or of an older protocol, or asks for another mechanism.</exception>
    public static void Read(FrameReader reader)
    {
        var signature = reader.ReadBytes(SignatureLength);
        // libzmq writes a length into the bytes between.
        if (signature[0] != 0xff || (signature[9] & 1) == 0)
            throw new ZmtpException("Expected the greeting of ZMTP.");
        var major = reader.ReadBytes(1)[0];
        if (major < 3)
            throw new ZmtpException($"Expected version 3 of ZMTP, but got {major}.");
        reader.ReadBytes(1);
        if (!reader.ReadBytes(MechanismLength).AsSpan().SequenceEqual(Mechanism))
            throw new ZmtpException("Expected the mechanism NULL.");
        reader.ReadBytes(32);
    }
}
