using System.Security.Cryptography;
using System.Text;

namespace IpytestNet.Kernel.Messaging;

/// <summary>Signs the messages of a kernel and knows those of its clients, by HMAC-SHA256 over their parts as they are sent.</summary>
/// <param name="key">The key of the connection file; empty for no signatures.</param>
internal sealed class MessageSigner(string key)
{
    /// <summary>The length of a signature in hexadecimal digits.</summary>
    private const int Length = 2 * HMACSHA256.HashSizeInBytes;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly SeenSignatures _seen = new();

    /// <summary>The signature of a message, as the ASCII text that is sent.</summary>
    public byte[] Sign(IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        if (_key.Length == 0)
            return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in parts)
            hash.AppendData(part.Span);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Whether a message comes from somebody who has the key, and comes for the first time.</summary>
    public bool Accepts(ReadOnlySpan<byte> signature, IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        if (_key.Length == 0)
            return true;
        return signature.Length == Length
            && CryptographicOperations.FixedTimeEquals(signature, Sign(parts))
            && _seen.Add(Encoding.ASCII.GetString(signature));
    }
}
