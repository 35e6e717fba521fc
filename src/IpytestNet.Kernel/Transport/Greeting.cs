namespace IpytestNet.Kernel.Transport;

/// <summary>The 64 bytes that each side of a connection sends first: signature, version, mechanism.</summary>
internal static class Greeting
{
    private const int Length = 64;
    private const int SignatureLength = 10;
    private const int MechanismStart = 12;
    private const int MechanismLength = 20;

    /// <summary>Ours: version 3.0, mechanism NULL. Towards 3.1, subscriptions would come as commands instead of messages.</summary>
    public static ReadOnlySpan<byte> Ours =>
    [
        0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0x7F, 3, 0,
        (byte)'N', (byte)'U', (byte)'L', (byte)'L', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>Reads that of a peer.</summary>
    /// <exception cref="ZmtpException">It is not the greeting of a peer that we can speak to.</exception>
    public static void Read(PeerInput input)
    {
        Span<byte> theirs = stackalloc byte[Length];
        input.Fill(theirs[..SignatureLength]);
        // Between these two libzmq tells the length of its identity; only they are the signature.
        if (theirs[0] != 0xFF || (theirs[SignatureLength - 1] & 1) == 0)
            throw new ZmtpException("What came does not begin like ZMTP.");
        input.Fill(theirs[SignatureLength..]);
        if (theirs[SignatureLength] < 3)
            throw new ZmtpException($"The peer speaks version {theirs[SignatureLength]} of ZMTP; 3 is needed.");
        var mechanism = theirs.Slice(MechanismStart, MechanismLength);
        if (!mechanism.SequenceEqual(Ours.Slice(MechanismStart, MechanismLength)))
            throw new ZmtpException("The peer wants a security mechanism; only NULL is spoken.");
    }
}
