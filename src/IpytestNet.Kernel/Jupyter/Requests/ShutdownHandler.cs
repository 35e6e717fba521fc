using System.Text.Json.Nodes;
using IpytestNet.Kernel.Jupyter.Conversation;
using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Requests;

/// <summary>Ends the kernel; a restart is a new process that the client starts.</summary>
/// <param name="outbox">Where other clients are told.</param>
/// <param name="life">Ends when the reply has been sent.</param>
internal sealed class ShutdownHandler(Outbox outbox, KernelLife life) : IRequestHandler
{
    /// <inheritdoc/>
    public string RequestType => "shutdown_request";

    /// <inheritdoc/>
    public JsonObject Handle(Request request)
    {
        outbox.Publish("shutdown_reply", request, Reply(request));
        life.EndSoon();
        return Reply(request);
    }

    private static JsonObject Reply(Request request)
    {
        var reply = Replies.Ok();
        reply["restart"] = request.Flag("restart", missing: false);
        return reply;
    }
}
