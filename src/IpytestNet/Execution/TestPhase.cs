namespace IpytestNet.Execution;

/// <summary>What came before or after the call of a test: its setup or its teardown.</summary>
/// <param name="Name"><c>setup</c> or <c>teardown</c>.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="StandardOutput">What it wrote to standard output, unless it was passed through.</param>
/// <param name="StandardError">What it wrote to standard error, unless it was passed through.</param>
public sealed record TestPhase(string Name, TimeSpan Duration, string StandardOutput, string StandardError);
