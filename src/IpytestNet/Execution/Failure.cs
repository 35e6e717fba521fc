namespace IpytestNet.Execution;

/// <summary>Why a test failed.</summary>
/// <param name="Exceptions">The exception and its inner exceptions, outermost first.</param>
public sealed record Failure(IReadOnlyList<FailedException> Exceptions);
