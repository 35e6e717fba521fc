using System.Text.Json.Nodes;
using IpytestNet.Kernel.Documents;
using IpytestNet.Kernel.Inspections;
using IpytestNet.Kernel.Jupyter.Conversation;
using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Requests;

/// <summary>Tells what stands at the cursor.</summary>
/// <param name="notebook">The notebook, once it is there.</param>
internal sealed class InspectHandler(Lazy<Notebook> notebook) : IRequestHandler
{
    /// <inheritdoc/>
    public string RequestType => "inspect_request";

    /// <inheritdoc/>
    public JsonObject Handle(Request request)
    {
        var (code, position) = request.CodeAtCursor();
        var inspection = notebook.Value.Inspect(code, position);
        var reply = Replies.Ok();
        reply["found"] = inspection is not null;
        reply["data"] = inspection is null ? [] : DataOf(inspection);
        reply["metadata"] = new JsonObject();
        return reply;
    }

    private static JsonObject DataOf(Inspection inspection) => new()
    {
        ["text/plain"] = MultilineText.WholeCharacters(inspection.PlainText),
        ["text/markdown"] = MultilineText.WholeCharacters(inspection.Markdown),
    };
}
