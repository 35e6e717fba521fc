namespace IpytestNet.Tool.Strip;

/// <summary>A member of a JSON object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">The offset of the first byte of the name.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonMember(string Name, int Start, JsonSpan Value);
