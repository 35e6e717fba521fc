namespace IpytestNet.Tool.Nbval;

/// <summary>The exception that ended a cell.</summary>
/// <param name="Name">Its type.</param>
/// <param name="Message">What it says.</param>
/// <param name="Traceback">Where it came from, line by line.</param>
/// <param name="Line">The line of the cell, from 1; 0 if that is not known.</param>
internal sealed record FailedCell(string Name, string Message, IReadOnlyList<string> Traceback, int Line);
