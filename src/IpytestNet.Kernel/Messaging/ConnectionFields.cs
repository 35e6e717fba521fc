using System.Text.Json;

namespace IpytestNet.Kernel.Messaging;

/// <summary>Reads the members of a connection file, with errors that name the member.</summary>
internal readonly struct ConnectionFields(JsonElement json)
{
    /// <summary>Reads a text.</summary>
    public string Text(string name, string missing) => Find(name) switch
    {
        null => missing,
        { ValueKind: JsonValueKind.String } value => value.GetString()!,
        { } other => throw new ConnectionFileException($"expected a text as {name}, but it is {other.GetRawText()}"),
    };

    /// <summary>Reads the number of a port.</summary>
    public int Port(string name) => Find(name) switch
    {
        null => throw new ConnectionFileException($"expected a port as {name}, but there is none"),
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var port) && port is > 0 and <= ushort.MaxValue => port,
        { } other => throw new ConnectionFileException($"expected a port from 1 to 65535 as {name}, but it is {other.GetRawText()}"),
    };

    private JsonElement? Find(string name) =>
        json.ValueKind is not JsonValueKind.Object ? throw new ConnectionFileException($"expected an object, but it is {json.GetRawText()}")
        : json.TryGetProperty(name, out var value) ? value : null;
}
