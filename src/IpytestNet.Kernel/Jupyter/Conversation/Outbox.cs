using System.Text;
using System.Text.Json.Nodes;
using IpytestNet.Kernel.Messaging;
using IpytestNet.Kernel.Transport;

namespace IpytestNet.Kernel.Jupyter.Conversation;

/// <summary>What the kernel says: to all on iopub, and to one client as a reply; safe to use from any thread.</summary>
/// <param name="sockets">The sockets.</param>
/// <param name="writer">Writes the messages.</param>
internal sealed class Outbox(IKernelSockets sockets, MessageWriter writer)
{
    /// <summary>Tells all clients something.</summary>
    /// <param name="type">The type of the message.</param>
    /// <param name="parent">The request that it is about; null for none.</param>
    /// <param name="content">Its content.</param>
    public void Publish(string type, Request? parent, JsonObject content) =>
        sockets.Publish(writer.Write([Encoding.UTF8.GetBytes($"kernel.{type}")], type, parent?.Header, content));

    /// <summary>Tells all clients whether the kernel is at work on a request.</summary>
    /// <param name="parent">The request; null for none.</param>
    /// <param name="state"><c>starting</c>, <c>busy</c> or <c>idle</c>.</param>
    public void PublishStatus(Request? parent, string state) => Publish("status", parent, new JsonObject { ["execution_state"] = state });

    /// <summary>Answers a request.</summary>
    public void Reply(Request request, JsonObject content) =>
        sockets.Send(request.Channel, request.Client, writer.Write(request.Route, ReplyTypeOf(request), request.Header, content));

    /// <summary>Asks the client of a request something, on the stdin channel.</summary>
    public void Ask(Request request, string type, JsonObject content) =>
        sockets.Send(KernelChannel.Stdin, request.Client, writer.Write(request.Route, type, request.Header, content));

    private static string ReplyTypeOf(Request request) => request.Type.Replace("_request", "_reply", StringComparison.Ordinal);
}
