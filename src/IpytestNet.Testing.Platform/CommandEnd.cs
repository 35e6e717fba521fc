namespace IpytestNet.Testing.Platform;

/// <summary>How a call of <c>ipytest run</c> ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it has put out, errors last.</param>
/// <param name="Log">Its report log; empty if it has not written any.</param>
/// <param name="Start">When it began.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record CommandEnd(int ExitCode, string Output, string Log, DateTimeOffset Start, TimeSpan Duration);
