namespace IpytestNet.Cells;

/// <summary>The magic that a cell begins with: <c>%%name arguments</c> or <c>#!name arguments</c>.</summary>
/// <param name="Name">The name, for example <c>ipytest</c>.</param>
/// <param name="Arguments">The rest of the line, trimmed; not yet split.</param>
/// <param name="Line">The line of the cell that it stands on, from 1.</param>
internal sealed record MagicLine(string Name, string Arguments, int Line);
