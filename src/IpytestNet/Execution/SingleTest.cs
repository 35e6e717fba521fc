using System.Diagnostics;

namespace IpytestNet.Execution;

/// <summary>One test that is set up, called and torn down, and what came of it.</summary>
internal sealed class SingleTest(TestCase test, ITestSurroundings surroundings, OutputCapture capture) : ITestListener
{
    private readonly List<TestPhase> _phases = [];
    private readonly List<Failure> _cleanupFailures = [];
    private TestOutcome? _outcome;
    private TimeSpan _duration;
    private string? _frameworkOutput;

    /// <summary>What went wrong after the call.</summary>
    public IReadOnlyList<Failure> TeardownFailures => _cleanupFailures;

    /// <summary>Runs the test.</summary>
    /// <param name="next">The test that follows, or null.</param>
    /// <param name="cancellationToken">Ends a run; what was set up is torn down all the same.</param>
    public async Task<RunMessage.TestFinished> RunAsync(TestCase? next, CancellationToken cancellationToken)
    {
        var failure = await PhaseAsync("setup", () => surroundings.SetUpAsync(test));
        if (failure is null)
            await CallAsync(cancellationToken);
        else
            _outcome = failure.SkipReason is { } reason ? new TestOutcome.Skipped(reason) : new TestOutcome.Errored(failure, "setup");

        var (output, error) = capture.Take();
        _cleanupFailures.AddRange(await PhaseAsync("teardown", () => surroundings.TearDownAsync(test, next)));
        return new RunMessage.TestFinished(
            test,
            _outcome ?? new TestOutcome.Errored(FailureReader.Said($"{test.NodeId} gave no result."), "call"),
            _duration,
            output + _frameworkOutput,
            error)
        {
            Phases = _phases,
        };
    }

    /// <inheritdoc/>
    void ITestListener.Started(TestCase test)
    {
    }

    /// <inheritdoc/>
    bool ITestListener.Finished(TestCase test, TestOutcome outcome, TimeSpan duration, string? frameworkOutput)
    {
        _outcome = outcome;
        _duration = duration;
        _frameworkOutput = frameworkOutput;
        return true;
    }

    /// <inheritdoc/>
    void ITestListener.FailedCleanup(TestCase test, Failure failure) => _cleanupFailures.Add(failure);

    private async Task CallAsync(CancellationToken cancellationToken)
    {
        surroundings.Enter(test);
        await test.Runner.RunAsync([test], this, cancellationToken);
    }

    private async Task<T> PhaseAsync<T>(string name, Func<ValueTask<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await work();
        var (output, error) = capture.Take();
        _phases.Add(new TestPhase(name, Stopwatch.GetElapsedTime(start), output, error));
        return result;
    }
}
