namespace IpytestNet.Kernel.Transport;

/// <summary>A peer said something that ZMTP does not allow, or more than we take; the connection ends.</summary>
internal sealed class ZmtpException(string message) : Exception(message);
