namespace IpytestNet.Execution;

/// <summary>That a test is expected to fail, and how.</summary>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="IsStrict">Whether it is a failure if the test passes.</param>
/// <param name="Raises">The exception that counts, or null for any.</param>
/// <param name="Runs">Whether the test is run at all.</param>
internal sealed record ExpectedFailure(string Reason, bool IsStrict, Type? Raises, bool Runs)
{
    /// <summary>What the outcome of the test means, given that it was expected to fail.</summary>
    public TestOutcome Judge(TestOutcome outcome) => outcome switch
    {
        TestOutcome.Failed failed when IsExpected(failed.Failure) => new TestOutcome.XFailed(Reason, failed.Failure),
        TestOutcome.Errored { When: "setup" } errored when IsExpected(errored.Failure) => new TestOutcome.XFailed(Reason, errored.Failure),
        TestOutcome.Passed when IsStrict => new TestOutcome.Failed(Unexpected()),
        TestOutcome.Passed => new TestOutcome.XPassed(Reason),
        _ => outcome,
    };

    private Failure Unexpected() =>
        new([FailureReader.Said($"[XPASS(strict)] {Reason}".TrimEnd()).Exceptions[0] with { HasNoPlace = true }]);

    private bool IsExpected(Failure failure) =>
        Raises is null || failure.Exceptions is [var outermost, ..] && outermost.IsOf(Raises);
}
