namespace IpytestNet.Kernel.Transport;

/// <summary>The five bound sockets of a kernel, as far as whoever speaks through them needs to know; messages are frames of bytes.</summary>
internal interface IKernelSockets : IDisposable
{
    /// <summary>Sends a message to one client; if it is not there, or no longer, the message is dropped.</summary>
    /// <param name="channel">The channel to send it on. A client has one identity on all its channels, and may be answered on any.</param>
    /// <param name="client">The identity of the client, as it came with a message.</param>
    /// <param name="frames">The frames of the message, at least one.</param>
    void Send(KernelChannel channel, ClientIdentity client, IReadOnlyList<ReadOnlyMemory<byte>> frames);

    /// <summary>Sends a message to all subscribers; a slow one never makes the caller wait.</summary>
    /// <param name="frames">The frames of the message; the first is the topic.</param>
    void Publish(IReadOnlyList<ReadOnlyMemory<byte>> frames);

    /// <summary>Waits until all that was sent has been handed to the operating system.</summary>
    /// <param name="timeout">How long to wait at most.</param>
    /// <returns>Whether all of it was.</returns>
    bool Flush(TimeSpan timeout);
}
