using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Conversation;

/// <summary>A request that waits for its turn.</summary>
/// <param name="Request">The request.</param>
/// <param name="IsAborted">Whether it is to be answered without being done, since a cell before it failed.</param>
internal sealed record QueuedRequest(Request Request, bool IsAborted);
