using System.Text.Json.Nodes;
using IpytestNet.Kernel.Display;
using IpytestNet.Kernel.Documents;
using IpytestNet.Kernel.Execution;
using IpytestNet.Kernel.Jupyter.Conversation;
using IpytestNet.Kernel.Jupyter.History;
using IpytestNet.Kernel.Jupyter.Output;
using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Requests;

/// <summary>Runs cells.</summary>
/// <param name="notebook">The notebook, once it is there.</param>
/// <param name="stream">Publishes what cells put out.</param>
/// <param name="prompt">Asks the client for input.</param>
/// <param name="history">Keeps the cells.</param>
/// <param name="waiting">The requests that wait behind a cell.</param>
/// <param name="life">Tells whether a cell has ended the kernel.</param>
/// <param name="markdown">The Markdown cells beside the code; null if they are not known.</param>
internal sealed class ExecuteHandler(
    Lazy<Notebook> notebook,
    OutputStream stream,
    StdinPrompt prompt,
    HistoryFile history,
    RequestQueue waiting,
    KernelLife life,
    SavedMarkdown? markdown) : IRequestHandler
{
    /// <inheritdoc/>
    public string RequestType => "execute_request";

    private Notebook Notebook => notebook.Value;

    /// <inheritdoc/>
    public JsonObject Handle(Request request)
    {
        var execute = ExecuteRequest.Of(request);
        var isBlank = string.IsNullOrWhiteSpace(execute.Code);
        if (!execute.IsSilent)
            stream.PublishBehind("execute_input", request, InputOf(execute, Notebook.ExecutionCount + (isBlank ? 0 : 1)));
        var reply = isBlank ? Succeeded(execute) : Run(execute);
        reply["execution_count"] = Notebook.ExecutionCount;
        return reply;
    }

    private JsonObject Run(ExecuteRequest request)
    {
        var outputs = new CellOutputs(stream, request.Message, request.IsSilent, Notebook.SourceOf);
        markdown?.AddTo(Notebook);
        var result = Notebook.Run(request.Code, outputs.Publish, SettingsOf(request));
        if (request.IsStored)
            history.Add(Notebook.ExecutionCount, request.Code, outputs.ResultText);
        var reply = result is CellResult.Succeeded ? Succeeded(request) : Failed(request, outputs, result);
        // Clients that check notebooks learn of test runs which failed without an exception.
        if (result.TestRuns is { Count: > 0 } runs)
            reply["ipytest"] = new JsonObject { ["test_runs"] = new JsonArray([.. runs.Select(run => (JsonNode)(int)run)]) };
        stream.Flush();
        return reply;
    }

    private CellSettings SettingsOf(ExecuteRequest request) => new()
    {
        IsCounted = request.IsStored,
        ReadLine = request.AllowsInput ? (text, interruption) => prompt.Ask(request.Message, text, interruption) : null,
    };

    private JsonObject Succeeded(ExecuteRequest request)
    {
        var reply = Replies.Ok();
        reply["payload"] = life.EndsSoon ? new JsonArray(new JsonObject { ["source"] = "ask_exit", ["keepkernel"] = false }) : new JsonArray();
        reply["user_expressions"] = new JsonObject(request.UserExpressions.Select(asked => KeyValuePair.Create(asked.Key, (JsonNode?)Evaluate(asked.Value))));
        return reply;
    }

    private JsonObject Failed(ExecuteRequest request, CellOutputs outputs, CellResult result)
    {
        if (request.StopsOnError)
            waiting.Abort(RequestType);
        // A cell that was left behind has not said itself that it was interrupted.
        var error = outputs.PublishError(result is CellResult.Failed { Error: var thrown } ? thrown : CellFailure.Interrupted);
        var reply = (JsonObject)error.DeepClone();
        reply["status"] = "error";
        return reply;
    }

    private JsonObject Evaluate(string expression)
    {
        return Notebook.Evaluate(expression) switch
        {
            CellResult.Succeeded { Value: MimeBundle value } => Evaluated(value),
            CellResult.Failed { Error: var error } => Replies.Failed(error, error.Traceback),
            _ => Replies.Failed(CellFailure.Interrupted, CellFailure.Interrupted.Traceback),
        };
    }

    private static JsonObject Evaluated(MimeBundle value)
    {
        var result = Replies.Ok();
        result["data"] = OutputJson.Message(value);
        result["metadata"] = new JsonObject();
        return result;
    }

    private static JsonObject InputOf(ExecuteRequest request, int number) =>
        new() { ["code"] = MultilineText.WholeCharacters(request.Code), ["execution_count"] = number };
}
