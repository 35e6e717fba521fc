namespace IpytestNet.Execution;

/// <summary>How a test ended.</summary>
public abstract record TestOutcome
{
    private TestOutcome()
    {
    }

    /// <summary>It passed.</summary>
    public sealed record Passed : TestOutcome;

    /// <summary>It failed.</summary>
    public sealed record Failed(Failure Failure) : TestOutcome;

    /// <summary>It was skipped, for a reason.</summary>
    public sealed record Skipped(string Reason) : TestOutcome;

    /// <summary>It could not be judged: something around it failed, in the phase <c>When</c> ("setup", "teardown", "collection").</summary>
    public sealed record Errored(Failure Failure, string When) : TestOutcome;
}
