using System.Text.Json;

namespace IpytestNet.Tool.Strip;

/// <summary>A value of a JSON text, with the bytes that it takes up.</summary>
/// <param name="Kind">What the value is.</param>
/// <param name="Start">The offset of its first byte.</param>
/// <param name="End">The offset behind its last byte.</param>
internal sealed record JsonSpan(JsonValueKind Kind, int Start, int End)
{
    /// <summary>The members of an object, in their order.</summary>
    public IReadOnlyList<JsonMember> Members { get; init; } = [];

    /// <summary>The items of an array.</summary>
    public IReadOnlyList<JsonSpan> Items { get; init; } = [];

    /// <summary>The value of a string; null for anything else.</summary>
    public string? Text { get; init; }

    /// <summary>The value of a member, or null.</summary>
    public JsonSpan? this[string name] => Members.LastOrDefault(member => member.Name == name)?.Value;
}
