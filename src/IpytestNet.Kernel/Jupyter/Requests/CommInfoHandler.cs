using System.Text.Json.Nodes;
using IpytestNet.Kernel.Jupyter.Conversation;
using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Requests;

/// <summary>Says which comms are open: none, since the kernel has no targets for them.</summary>
internal sealed class CommInfoHandler : IRequestHandler
{
    /// <inheritdoc/>
    public string RequestType => "comm_info_request";

    /// <inheritdoc/>
    public JsonObject Handle(Request request)
    {
        var reply = Replies.Ok();
        reply["comms"] = new JsonObject();
        return reply;
    }
}
