
namespace IpytestNet.Execution;

/// <summary>What happens during a run; reports turn it into text.</summary>
public abstract record RunMessage
{
    private RunMessage()
    {
    }

    /// <summary>The run begins, before anything is collected.</summary>
    public sealed record Started(string RootDirectory) : RunMessage;

    /// <summary>A note that concerns the whole run, such as a definition that is out of date.</summary>
    public sealed record Warning(string Text) : RunMessage
    {
        /// <summary>The test that it concerns, or null.</summary>
        public TestCase? Test { get; init; }
    }

    /// <summary>The tests are known and selected.</summary>
    /// <param name="Selected">Those that will run, in order.</param>
    /// <param name="Deselected">How many were left out by the selection.</param>
    public sealed record Collected(IReadOnlyList<TestCase> Selected, int Deselected) : RunMessage
    {
        /// <summary>What is to be said of the selection, in pytest's words: <c>run-last-failure: rerun previous 2 failures</c>.</summary>
        public IReadOnlyList<string> Notes { get; init; } = [];

        /// <summary>How many tests could not be collected; each is told by a message of its own.</summary>
        public int Errors { get; init; }
    }

    /// <summary>A test begins.</summary>
    public sealed record TestStarted(TestCase Test) : RunMessage;

    /// <summary>A test has ended; it comes a second time when the clean-up after the test fails.</summary>
    /// <param name="Test">The test.</param>
    /// <param name="Outcome">How it ended.</param>
    /// <param name="Duration">How long its call took.</param>
    /// <param name="StandardOutput">What its call wrote to standard output, unless it was passed through.</param>
    /// <param name="StandardError">What its call wrote to standard error, unless it was passed through.</param>
    public sealed record TestFinished(TestCase Test, TestOutcome Outcome, TimeSpan Duration, string StandardOutput, string StandardError)
        : RunMessage
    {
        /// <summary>Its setup and its teardown, as far as they happened.</summary>
        public IReadOnlyList<TestPhase> Phases { get; init; } = [];
    }

    /// <summary>The run ends.</summary>
    /// <param name="ExitCode">How it ended.</param>
    /// <param name="Duration">How long it took.</param>
    /// <param name="Stopped">Why it ended early, as pytest says it (<c>stopping after 1 failures</c>), or null.</param>
    /// <param name="Interrupted">The test that ran when the run was interrupted, or null.</param>
    public sealed record Finished(ExitCode ExitCode, TimeSpan Duration, string? Stopped = null, TestCase? Interrupted = null) : RunMessage;
}
