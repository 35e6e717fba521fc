namespace IpytestNet.Kernel.Jupyter.Conversation;

/// <summary>A request does not say what its type needs.</summary>
/// <param name="message">What was expected and what came.</param>
internal sealed class RequestException(string message) : Exception(message);
