using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IpytestNet.Jupyter.Tests.Clients;

/// <summary>What came back for one request: the reply, and what was published meanwhile, in order.</summary>
/// <param name="Reply">The reply; null if the request has none.</param>
/// <param name="Published">The messages on iopub with the request as their parent.</param>
internal sealed partial record Answer(Message? Reply, IReadOnlyList<Message> Published)
{
    /// <summary>Reads an answer as the driver gives it.</summary>
    public static Answer Of(JsonNode json)
    {
        Message[] published = [.. ((JsonArray)json["published"]!).Select(message => Message.Of(message!))];
        var reply = json["reply"] is { } given ? Message.Of(given) : null;
        return json["timeout"] is null
            ? new Answer(reply, published)
            : throw new TimeoutException($"The answer did not come to its end. Reply: {reply?.Json.ToJsonString()}. Published: {string.Join(' ', published.Select(message => message.Json.ToJsonString()))}");
    }

    /// <summary>How the request ended.</summary>
    public string? Status => Reply?["status"];

    /// <summary>The value of the cell as text, or null.</summary>
    public string? Value => Of("execute_result").SingleOrDefault()?.Content["data"]?["text/plain"]?.ToString();

    /// <summary>What the cell wrote to standard output, without colours.</summary>
    public string Text => Escape().Replace(Written("stdout"), "");

    /// <summary>What the cell wrote to standard error.</summary>
    public string ErrorText => Written("stderr");

    /// <summary>The error of the cell as it is shown, without colours; empty for none.</summary>
    public string Error => Escape().Replace(string.Join('\n', Of("error").SelectMany(error => ((JsonArray)error.Content["traceback"]!).Select(line => line!.ToString()))), "");

    /// <summary>The types of what was published, with the states of the kernel in parentheses.</summary>
    public string Order => string.Join(' ', Published.Select(message => message.Type is "status" ? $"({message["execution_state"]})" : message.Type));

    /// <summary>The published messages of a type.</summary>
    public IEnumerable<Message> Of(string type) => Published.Where(message => message.Type == type);

    private string Written(string stream) => string.Concat(Of("stream").Where(message => message["name"] == stream).Select(message => message["text"]));

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Escape();
}
