using System.Text.Json.Serialization;

namespace IpytestNet.Execution;

/// <summary>How a test ended.</summary>
[JsonDerivedType(typeof(Passed), "passed")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(Skipped), "skipped")]
[JsonDerivedType(typeof(XFailed), "xfailed")]
[JsonDerivedType(typeof(XPassed), "xpassed")]
[JsonDerivedType(typeof(Errored), "errored")]
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

    /// <summary>It failed, as <c>[XFail]</c> expects it to.</summary>
    /// <param name="Reason">Why it was expected to; may be empty.</param>
    /// <param name="Failure">What went wrong, or null where the test was not run at all.</param>
    public sealed record XFailed(string Reason, Failure? Failure) : TestOutcome;

    /// <summary>It passed, although <c>[XFail]</c> expects it to fail.</summary>
    public sealed record XPassed(string Reason) : TestOutcome;

    /// <summary>It could not be judged: something around it failed, in the phase <c>When</c> ("setup", "teardown", "collection").</summary>
    public sealed record Errored(Failure Failure, string When) : TestOutcome;
}
