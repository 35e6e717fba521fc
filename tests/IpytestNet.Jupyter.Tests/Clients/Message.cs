using System.Text.Json.Nodes;

namespace IpytestNet.Jupyter.Tests.Clients;

/// <summary>A message that came from the kernel.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Content">Its content.</param>
/// <param name="Json">The whole message.</param>
internal sealed record Message(string Type, JsonObject Content, JsonObject Json)
{
    /// <summary>Reads a message as the driver gives it.</summary>
    public static Message Of(JsonNode json) => new(json["type"]!.GetValue<string>(), (JsonObject)json["content"]!, (JsonObject)json);

    /// <summary>A member of the content as text.</summary>
    public string? this[string name] => Content[name]?.ToString();
}
