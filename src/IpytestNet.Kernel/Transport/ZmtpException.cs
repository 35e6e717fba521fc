namespace IpytestNet.Kernel.Transport;

/// <summary>The other end does not speak ZMTP, or not as it is spoken here; its connection is closed.</summary>
/// <param name="message">What came instead of what.</param>
internal sealed class ZmtpException(string message) : Exception(message);
