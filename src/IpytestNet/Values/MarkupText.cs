using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace IpytestNet.Values;

/// <summary>JSON and XML on one line.</summary>
internal static class MarkupText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gives what writes a value, or null if it is neither.</summary>
    public static Func<string>? WriterOf(object value) => value switch
    {
        JsonNode node => () => node.ToJsonString(Readable),
        JsonElement { ValueKind: JsonValueKind.Undefined } => () => "undefined",
        JsonElement element => () => JsonSerializer.Serialize(element, Readable),
        JsonDocument document => () => JsonSerializer.Serialize(document.RootElement, Readable),
        XNode node => () => node.ToString(SaveOptions.DisableFormatting),
        XmlNode node => () => node.OuterXml,
        _ => null,
    };
}
