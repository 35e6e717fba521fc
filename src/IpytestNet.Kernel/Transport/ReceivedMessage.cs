namespace IpytestNet.Kernel.Transport;

/// <summary>A message that came from a client.</summary>
/// <param name="Channel">The channel on which it came.</param>
/// <param name="Client">Who sent it.</param>
/// <param name="Frames">Its frames, at least one, without the identity.</param>
internal sealed record ReceivedMessage(KernelChannel Channel, ClientIdentity Client, IReadOnlyList<ReadOnlyMemory<byte>> Frames);
