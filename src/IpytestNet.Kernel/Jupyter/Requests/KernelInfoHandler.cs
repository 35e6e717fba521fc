using System.Text.Json.Nodes;
using IpytestNet.Kernel.Jupyter.Conversation;
using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Requests;

/// <summary>Says what kernel this is and what language it speaks.</summary>
internal sealed class KernelInfoHandler : IRequestHandler
{
    private static readonly string Version = typeof(KernelInfoHandler).Assembly.GetName().Version!.ToString(3);

    /// <inheritdoc/>
    public string RequestType => "kernel_info_request";

    /// <inheritdoc/>
    public JsonObject Handle(Request request)
    {
        var reply = Replies.Ok();
        reply["protocol_version"] = MessageWriter.ProtocolVersion;
        reply["implementation"] = "ipytest";
        reply["implementation_version"] = Version;
        reply["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        };
        reply["banner"] = $"ipytest {Version}: C# notebooks with tests. %%ipytest at the top of a cell runs the tests in it.";
        reply["help_links"] = new JsonArray(
            Link("C#", "https://learn.microsoft.com/dotnet/csharp/"),
            Link("xUnit", "https://xunit.net/"));
        reply["debugger"] = false;
        return reply;
    }

    private static JsonObject Link(string text, string url) => new() { ["text"] = text, ["url"] = url };
}
