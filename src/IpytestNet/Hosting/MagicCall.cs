namespace IpytestNet.Hosting;

/// <summary>The use of a magic: <c>%%name arguments</c> and the cell below it.</summary>
/// <param name="Arguments">The text after the name, trimmed.</param>
/// <param name="Body">The cell's code; the magic line is blank, so that line numbers stay.</param>
/// <param name="Options">The text after <c>// ipytest:</c> in the cell's first lines, or null.</param>
public sealed record MagicCall(string Arguments, string Body, string? Options);
