namespace IpytestNet.Cells;

/// <summary>The comment with the run settings of one cell: <c>// ipytest: raiseOnError: true</c>.</summary>
/// <param name="Text">What stands after <c>ipytest:</c>, trimmed.</param>
/// <param name="Line">The line of the cell that it stands on, from 1.</param>
internal sealed record OptionsLine(string Text, int Line);
