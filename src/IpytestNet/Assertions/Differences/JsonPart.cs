using System.Text.Json;
using System.Text.Json.Nodes;

namespace IpytestNet.Assertions.Differences;

/// <summary>A value of a JSON document, wherever it comes from.</summary>
internal abstract record JsonPart
{
    private JsonPart()
    {
    }

    /// <summary>Takes a value apart; null if it is no JSON.</summary>
    public static JsonPart? Of(object? value) => value switch
    {
        null => new Scalar("null"),
        JsonDocument document => OfElement(document.RootElement),
        JsonElement element => OfElement(element),
        JsonNode node => OfNode(node),
        _ => null,
    };

    private static JsonPart OfElement(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new Object(ByName(element.EnumerateObject().Select(property => (property.Name, (object?)property.Value)))),
        JsonValueKind.Array => new Array([.. element.EnumerateArray()]),
        JsonValueKind.String => new Text(element.GetString()!),
        _ => new Scalar(element.GetRawText()),
    };

    private static JsonPart OfNode(JsonNode node) => node switch
    {
        JsonObject properties => new Object(ByName(properties.Select(property => (property.Key, (object?)property.Value)))),
        JsonArray array => new Array([.. array]),
        JsonValue value when value.TryGetValue<JsonElement>(out var element) => OfElement(element),
        JsonValue value when value.TryGetValue<string>(out var text) => new Text(text),
        _ => new Scalar(node.ToJsonString()),
    };

    // Of a name that comes twice the last counts, as for the parser.
    private static Dictionary<string, object?> ByName(IEnumerable<(string Name, object? Value)> properties)
    {
        var byName = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in properties)
            byName[name] = value;
        return byName;
    }

    /// <summary>An object.</summary>
    public sealed record Object(IReadOnlyDictionary<string, object?> Properties) : JsonPart;

    /// <summary>An array.</summary>
    public sealed record Array(IReadOnlyList<object?> Items) : JsonPart;

    /// <summary>A string.</summary>
    public sealed record Text(string Value) : JsonPart;

    /// <summary>A number, a truth or null, as it is written.</summary>
    public sealed record Scalar(string Written) : JsonPart;
}
