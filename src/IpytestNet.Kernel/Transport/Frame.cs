namespace IpytestNet.Kernel.Transport;

/// <summary>A frame as it is on the wire.</summary>
/// <param name="Body">Its bytes.</param>
/// <param name="HasMore">Whether the message goes on.</param>
/// <param name="IsCommand">Whether it is a command to the other end, and no part of a message.</param>
internal readonly record struct Frame(ReadOnlyMemory<byte> Body, bool HasMore, bool IsCommand);
