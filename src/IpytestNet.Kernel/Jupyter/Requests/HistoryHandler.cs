using System.Text.Json.Nodes;
using IpytestNet.Kernel.Documents;
using IpytestNet.Kernel.Jupyter.Conversation;
using IpytestNet.Kernel.Jupyter.History;
using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Requests;

/// <summary>Looks up cells that were run, also in earlier sessions.</summary>
/// <param name="history">The history.</param>
internal sealed class HistoryHandler(HistoryFile history) : IRequestHandler
{
    /// <inheritdoc/>
    public string RequestType => "history_request";

    /// <inheritdoc/>
    public JsonObject Handle(Request request)
    {
        var hasOutput = request.Flag("output", missing: false);
        var reply = Replies.Ok();
        reply["history"] = new JsonArray([.. Find(request).Select(entry => Written(entry, hasOutput))]);
        return reply;
    }

    private IEnumerable<HistoryEntry> Find(Request request)
    {
        var entries = history.ReadAll();
        return request.OptionalText("hist_access_type") switch
        {
            "tail" or null => HistoryQuery.Tail(entries, request.Number("n", 10)),
            "range" => HistoryQuery.Range(entries, history.Session, request.Number("session", 0), request.Number("start", 0), NumberOrNull(request, "stop")),
            "search" => HistoryQuery.Search(entries, request.OptionalText("pattern") ?? "*", NumberOrNull(request, "n"), request.Flag("unique", missing: false)),
            var other => throw new RequestException($"history_request expects tail, range or search as hist_access_type, but got {other}"),
        };
    }

    private static int? NumberOrNull(Request request, string name) => request.Find(name) is null ? null : request.Number(name, 0);

    private static JsonArray Written(HistoryEntry entry, bool hasOutput)
    {
        JsonNode input = MultilineText.WholeCharacters(entry.Input);
        return new JsonArray(entry.Session, entry.Line, hasOutput ? new JsonArray(input, entry.Output) : input);
    }
}
