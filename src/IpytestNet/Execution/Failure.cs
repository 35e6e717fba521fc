namespace IpytestNet.Execution;

/// <summary>Why a test failed.</summary>
/// <param name="Exceptions">The exception and its inner exceptions, outermost first.</param>
public sealed record Failure(IReadOnlyList<FailedException> Exceptions)
{
    /// <summary>The examples of documentation that failed, in place of a trace; empty for any other test.</summary>
    public IReadOnlyList<FailedExample> Examples { get; init; } = [];
}
