namespace IpytestNet.Kernel.Magics;

/// <summary>A cell begins with a magic that is not known.</summary>
/// <param name="message">Which, and which are.</param>
internal sealed class UnknownMagicException(string message) : Exception(message);
