using System.Text.Json.Nodes;
using IpytestNet.Kernel.Documents;
using IpytestNet.Kernel.Execution;

namespace IpytestNet.Kernel.Jupyter.Conversation;

/// <summary>The contents that several messages share.</summary>
internal static class Replies
{
    /// <summary>All went well.</summary>
    public static JsonObject Ok() => new() { ["status"] = "ok" };

    /// <summary>An error, as it stands in a reply.</summary>
    public static JsonObject Failed(CellError error, IReadOnlyList<string> traceback)
    {
        var content = Error(error, traceback);
        content["status"] = "error";
        return content;
    }

    /// <summary>An error of a request that is wrong in itself.</summary>
    public static JsonObject Failed(string name, string message) => Failed(new CellError(name, message, []), [$"{name}: {message}"]);

    /// <summary>An error, as it is published.</summary>
    public static JsonObject Error(CellError error, IReadOnlyList<string> traceback) => new()
    {
        ["ename"] = MultilineText.WholeCharacters(error.Name),
        ["evalue"] = MultilineText.WholeCharacters(error.Message),
        ["traceback"] = new JsonArray([.. traceback.Select(line => (JsonNode)MultilineText.WholeCharacters(line))]),
    };
}
