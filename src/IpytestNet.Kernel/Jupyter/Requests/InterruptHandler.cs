using System.Text.Json.Nodes;
using IpytestNet.Kernel.Jupyter.Conversation;
using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Requests;

/// <summary>Stops the cell that runs.</summary>
/// <param name="interrupt">Stops it.</param>
internal sealed class InterruptHandler(Action interrupt) : IRequestHandler
{
    /// <inheritdoc/>
    public string RequestType => "interrupt_request";

    /// <inheritdoc/>
    public JsonObject Handle(Request request)
    {
        interrupt();
        return Replies.Ok();
    }
}
