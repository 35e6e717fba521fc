namespace IpytestNet.Coverage.Instrumentation;

/// <summary>A statement, or what counts as one: its line is executable, and covered once it has begun to run.</summary>
/// <param name="File">The cell or file that it stands in.</param>
/// <param name="Line">The 1-based line that it starts on.</param>
/// <param name="Probe">The number of the probe that tells that it ran.</param>
internal sealed record CodeUnit(string File, int Line, int Probe);
