namespace IpytestNet.Execution;

/// <summary>Why a test failed.</summary>
/// <param name="Exceptions">The exception and its inner exceptions, outermost first.</param>
public sealed record Failure(IReadOnlyList<FailedException> Exceptions)
{
    /// <summary>Why the test is to be skipped rather than to fail, or null.</summary>
    internal string? SkipReason { get; init; }
}
