namespace IpytestNet.Kernel.Transport;

/// <summary>A socket of the kernel cannot be bound.</summary>
/// <param name="message">Where, and why not.</param>
/// <param name="inner">The error of the operating system.</param>
internal sealed class CannotListenException(string message, Exception inner) : Exception(message, inner);
