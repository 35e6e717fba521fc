using IpytestNet.Execution;

namespace IpytestNet.Reports;

/// <summary>A test that has ended, as a report tells of it.</summary>
internal sealed record TestResult
{
    /// <summary>The test.</summary>
    public required TestCase Test { get; init; }

    /// <summary>How its setup or its call ended.</summary>
    public required TestOutcome Outcome { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>How long its call took.</summary>
    public required TimeSpan CallDuration { get; init; }

    /// <summary>Its setup and its teardown, as far as they happened.</summary>
    public required IReadOnlyList<TestPhase> Phases { get; init; }

    /// <summary>What its call wrote to standard output.</summary>
    public required string CallOutput { get; init; }

    /// <summary>What its call wrote to standard error.</summary>
    public required string CallError { get; init; }

    /// <summary>Why it failed, could not be judged, or failed as expected; null for any other outcome.</summary>
    public FailureDetail? Failure { get; init; }

    /// <summary>What went wrong after the call.</summary>
    public IReadOnlyList<FailureDetail> TeardownErrors { get; init; } = [];

    /// <summary>How long it took with its setup and teardown.</summary>
    public TimeSpan Duration => CallDuration + Phases.Aggregate(TimeSpan.Zero, (sum, phase) => sum + phase.Duration);

    /// <summary>All that was written to standard output for it, in its order.</summary>
    public string StandardOutput => Written(phase => phase.StandardOutput, CallOutput);

    /// <summary>All that was written to standard error for it, in its order.</summary>
    public string StandardError => Written(phase => phase.StandardError, CallError);

    /// <summary>All failures and errors, in their order; not what was expected.</summary>
    public IEnumerable<FailureDetail> Failures =>
        Outcome is TestOutcome.Failed or TestOutcome.Errored ? [Failure!, .. TeardownErrors] : TeardownErrors;

    /// <summary>What became of it, in pytest's word.</summary>
    public string Word => Outcome switch
    {
        TestOutcome.Failed => "failed",
        TestOutcome.Errored => "error",
        _ when TeardownErrors.Count > 0 => "error",
        TestOutcome.Skipped => "skipped",
        TestOutcome.XFailed => "xfailed",
        TestOutcome.XPassed => "xpassed",
        _ => "passed",
    };

    /// <summary>Why it was skipped or expected to fail; empty for any other outcome.</summary>
    public string Reason => Outcome switch
    {
        TestOutcome.Skipped { Reason: var reason } => reason,
        TestOutcome.XFailed { Reason: var reason } => reason,
        TestOutcome.XPassed { Reason: var reason } => reason,
        _ => "",
    };

    /// <summary>The place of its definition, as <c>In[3]:4</c>, or an empty text.</summary>
    public string Definition => (Test.SourceFile, Test.SourceLine) switch
    {
        ({ } file, > 0 and var line) => $"{file}:{line}",
        ({ } file, _) => file,
        _ => "",
    };

    private string Written(Func<TestPhase, string> of, string ofCall) =>
        string.Concat(Phases.Where(phase => phase.Name == "setup").Select(of).Append(ofCall).Concat(Phases.Where(phase => phase.Name != "setup").Select(of)));
}
