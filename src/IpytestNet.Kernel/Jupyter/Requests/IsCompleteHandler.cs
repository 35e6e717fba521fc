using System.Text.Json.Nodes;
using IpytestNet.Kernel.Completion;
using IpytestNet.Kernel.Jupyter.Conversation;
using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Requests;

/// <summary>Tells shells whether a cell is written to its end.</summary>
/// <param name="notebook">The notebook, once it is there.</param>
internal sealed class IsCompleteHandler(Lazy<Notebook> notebook) : IRequestHandler
{
    /// <inheritdoc/>
    public string RequestType => "is_complete_request";

    /// <inheritdoc/>
    public JsonObject Handle(Request request) => notebook.Value.CompletenessOf(request.Text("code")) switch
    {
        Completeness.Complete => new JsonObject { ["status"] = "complete" },
        Completeness.Incomplete { Indent: var indent } => new JsonObject { ["status"] = "incomplete", ["indent"] = new string(' ', indent) },
        _ => new JsonObject { ["status"] = "invalid" },
    };
}
