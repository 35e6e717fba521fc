using System.Text.Json.Nodes;
using IpytestNet.Kernel.Completion;
using IpytestNet.Kernel.Documents;
using IpytestNet.Kernel.Jupyter.Conversation;
using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Requests;

/// <summary>Completes cells.</summary>
/// <param name="notebook">The notebook, once it is there.</param>
internal sealed class CompleteHandler(Lazy<Notebook> notebook) : IRequestHandler
{
    /// <inheritdoc/>
    public string RequestType => "complete_request";

    /// <inheritdoc/>
    public JsonObject Handle(Request request)
    {
        var (code, position) = request.CodeAtCursor();
        var list = notebook.Value.Complete(code, position);
        var reply = Replies.Ok();
        reply["matches"] = new JsonArray([.. list.Items.Select(item => (JsonNode)MultilineText.WholeCharacters(item.Text))]);
        reply["cursor_start"] = CodePoints.Of(code, list.Start);
        reply["cursor_end"] = CodePoints.Of(code, list.End);
        reply["metadata"] = new JsonObject
        {
            // What front ends read to show what each completion is; it is IPython's, and no part of the protocol.
            ["_jupyter_types_experimental"] = new JsonArray([.. list.Items.Select(item => TypeOf(item, code, list))]),
        };
        return reply;
    }

    private static JsonObject TypeOf(CompletionItem item, string code, CompletionList list) => new()
    {
        ["start"] = CodePoints.Of(code, list.Start),
        ["end"] = CodePoints.Of(code, list.End),
        ["text"] = MultilineText.WholeCharacters(item.Text),
        ["type"] = item.Kind.ToString().ToLowerInvariant(),
        ["signature"] = MultilineText.WholeCharacters(item.Signature ?? ""),
    };
}
