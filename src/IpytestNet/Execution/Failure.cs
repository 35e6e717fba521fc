namespace IpytestNet.Execution;

/// <summary>Why a test failed.</summary>
/// <param name="Exceptions">The exception and its inner exceptions, outermost first.</param>
public sealed record Failure(IReadOnlyList<FailedException> Exceptions)
{
    /// <summary>The examples of documentation that failed, in place of a trace; empty for any other test.</summary>
    public IReadOnlyList<FailedExample> Examples { get; init; } = [];

    /// <summary>Why the test is to be skipped rather than to fail, or null.</summary>
    internal string? SkipReason { get; init; }

    /// <summary>The exception itself where it is at hand.</summary>
    internal Exception? Thrown { get; init; }
}
