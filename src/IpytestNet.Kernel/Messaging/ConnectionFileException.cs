namespace IpytestNet.Kernel.Messaging;

/// <summary>A connection file cannot be used.</summary>
/// <param name="message">What was expected and what came.</param>
/// <param name="inner">The cause, or null.</param>
internal sealed class ConnectionFileException(string message, Exception? inner = null) : Exception(message, inner);
