namespace IpytestNet.Kernel.Transport;

/// <summary>The name by which a client is known on all its channels: bytes of its own choice, compared as such.</summary>
/// <param name="Hex">The bytes as hexadecimal digits.</param>
internal readonly record struct ClientIdentity(string Hex)
{
    /// <summary>The identity that these bytes make.</summary>
    public static ClientIdentity Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(bytes));
}
