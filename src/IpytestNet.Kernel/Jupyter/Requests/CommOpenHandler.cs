using System.Text.Json.Nodes;
using IpytestNet.Kernel.Jupyter.Conversation;
using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Requests;

/// <summary>Closes a comm that a client opens: there is no target for it here, and the client has to know.</summary>
/// <param name="outbox">Where the answer goes.</param>
internal sealed class CommOpenHandler(Outbox outbox) : IRequestHandler
{
    /// <inheritdoc/>
    public string RequestType => "comm_open";

    /// <inheritdoc/>
    public JsonObject? Handle(Request request)
    {
        if (request.OptionalText("comm_id") is { } id)
            outbox.Publish("comm_close", request, new JsonObject { ["comm_id"] = id, ["data"] = new JsonObject() });
        return null;
    }
}
