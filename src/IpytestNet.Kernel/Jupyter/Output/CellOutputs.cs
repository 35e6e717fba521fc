using System.Text.Json.Nodes;
using IpytestNet.Kernel.Display;
using IpytestNet.Kernel.Documents;
using IpytestNet.Kernel.Execution;
using IpytestNet.Kernel.Jupyter.Conversation;
using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Output;

/// <summary>Publishes what one cell puts out, also after its end.</summary>
/// <param name="stream">Where it goes.</param>
/// <param name="parent">The request that runs the cell.</param>
/// <param name="hidesResult">Whether the value of the cell is not shown.</param>
/// <param name="sourceOf">Gives the text of a cell or file, or null.</param>
internal sealed class CellOutputs(OutputStream stream, Request parent, bool hidesResult, Func<string, string?> sourceOf)
{
    private JsonObject? _error;

    /// <summary>The text of the cell's value, or null.</summary>
    public string? ResultText { get; private set; }

    /// <summary>Publishes one thing.</summary>
    public void Publish(CellOutput output)
    {
        switch (output)
        {
            case CellOutput.Stream text:
                stream.Write(parent, text.Name, text.Text);
                break;
            case CellOutput.Displayed { Data: var data, DisplayId: var id }:
                stream.PublishBehind("display_data", parent, Data(data, id));
                break;
            case CellOutput.Updated { Data: var data, DisplayId: var id }:
                stream.PublishBehind("update_display_data", parent, Data(data, id));
                break;
            case CellOutput.Cleared { Waits: var waits }:
                stream.PublishBehind("clear_output", parent, new JsonObject { ["wait"] = waits });
                break;
            case CellOutput.Result { Data: var data, ExecutionCount: var number } when !hidesResult:
                ResultText = data.PlainText;
                var content = Data(data, displayId: null);
                content["execution_count"] = number;
                stream.PublishBehind("execute_result", parent, content);
                break;
            case CellOutput.Failed { Error: var error }:
                PublishError(error);
                break;
        }
    }

    /// <summary>Publishes the error that ended the cell, unless it has been.</summary>
    /// <returns>The error that was published, as the content of a message.</returns>
    public JsonObject PublishError(CellError error)
    {
        if (_error is null)
        {
            _error = Replies.Error(error, ColouredTraceback.Of(error, sourceOf));
            stream.PublishBehind("error", parent, (JsonObject)_error.DeepClone());
        }

        return _error;
    }

    private static JsonObject Data(MimeBundle bundle, string? displayId)
    {
        var content = new JsonObject { ["data"] = OutputJson.Message(bundle), ["metadata"] = new JsonObject() };
        if (displayId is not null)
            content["transient"] = new JsonObject { ["display_id"] = MultilineText.WholeCharacters(displayId) };
        return content;
    }
}
