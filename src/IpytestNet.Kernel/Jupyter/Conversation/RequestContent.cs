using System.Text.Json;
using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Conversation;

/// <summary>Reads the content of requests.</summary>
internal static class RequestContent
{
    /// <summary>Reads a text that must be there.</summary>
    /// <exception cref="RequestException">It is not there, or no text.</exception>
    public static string Text(this Request request, string name) =>
        request.Find(name) is { ValueKind: JsonValueKind.String } value
            ? value.GetString()!
            : throw new RequestException($"{request.Type} expects a string as {name}, but got {request.Find(name)?.GetRawText() ?? "none"}");

    /// <summary>Reads a text that may be left out.</summary>
    public static string? OptionalText(this Request request, string name) =>
        request.Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>Reads a switch; what is no truth value counts as left out.</summary>
    public static bool Flag(this Request request, string name, bool missing) => request.Find(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => missing,
    };

    /// <summary>Reads a number; what is no whole number counts as left out.</summary>
    public static int Number(this Request request, string name, int missing) =>
        request.Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : missing;

    /// <summary>Reads the code and the place of the cursor in it, as an offset in UTF-16; without one it is the end.</summary>
    /// <exception cref="RequestException">There is no code.</exception>
    public static (string Code, int Position) CodeAtCursor(this Request request)
    {
        var code = request.Text("code");
        return (code, CodePoints.ToUnits(code, request.Number("cursor_pos", int.MaxValue)));
    }

    /// <summary>Finds a member of the content, or null.</summary>
    public static JsonElement? Find(this Request request, string name) =>
        request.Content.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;
}
