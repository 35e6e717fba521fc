using System.Globalization;
using IpytestNet.Assertions;
using IpytestNet.CommandLine;

namespace IpytestNet.Execution;

/// <summary>Runs the selected tests, framework by framework in their order, and says how each ended.</summary>
internal sealed class TestExecution(
    RunOptions options, CultureInfo culture, OutputCapture capture, ITestSurroundings surroundings, Action<RunMessage> send) : ITestListener
{
    // A test that no interrupt reaches is left behind on its thread after this time.
    private static readonly TimeSpan GraceAfterInterrupt = TimeSpan.FromSeconds(2);

    // As deep as the thread of a cell, so that a function that recurses does not fail under test alone.
    private const int StackSize = 4 * 1024 * 1024;

    private readonly object _gate = new();
    private CancellationToken _cancellationToken;
    private Thread? _thread;
    private TestCase? _current;
    private NotedExceptions? _noted;
    private bool _closed;

    /// <summary>The number of tests that failed or could not be judged.</summary>
    public int Failures { get; private set; }

    /// <summary>Whether the run stopped because of <c>-x</c> or <c>--maxfail</c>.</summary>
    public bool StoppedByFailures => options.MaxFail > 0 && Failures >= options.MaxFail;

    /// <summary>Asks after each result whether somebody wants the run to stop: the reason, or null.</summary>
    public Func<string?> AskToStop { get; init; } = () => null;

    /// <summary>The reason for which the run was asked to stop, or null.</summary>
    public string? StopReason { get; private set; }

    private bool IsStopped => StoppedByFailures || StopReason is not null;

    /// <summary>The test that was running when the run was interrupted, or null.</summary>
    public TestCase? Interrupted { get; private set; }

    /// <summary>Runs the tests; ends at once when the token is signalled, whatever the running test does.</summary>
    public async Task RunAsync(IReadOnlyList<TestCase> tests, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        var run = StartOnOwnThread(() => RunUnitsAsync(tests, cancellationToken));
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (await Task.WhenAny(run, Task.Delay(Timeout.InfiniteTimeSpan, waiting.Token)) != run)
        {
            // A test that sleeps or waits ends at once; one that computes has its own guards, or is left behind.
            _thread?.Interrupt();
            await Task.WhenAny(run, Task.Delay(GraceAfterInterrupt, CancellationToken.None));
        }

        await waiting.CancelAsync();
        lock (_gate)
        {
            _closed = true;
            _noted?.Clear();
            if (cancellationToken.IsCancellationRequested)
                Interrupted ??= _current;
        }

        if (run.IsFaulted && !cancellationToken.IsCancellationRequested)
            await run;
    }

    /// <inheritdoc/>
    public void Started(TestCase test)
    {
        lock (_gate)
        {
            if (_closed)
                return;
            _current = test;
            _noted?.Clear();
            send(new RunMessage.TestStarted(test));
        }
    }

    /// <inheritdoc/>
    public bool Finished(TestCase test, TestOutcome outcome, TimeSpan duration, string? frameworkOutput = null)
    {
        lock (_gate)
        {
            if (_closed)
                return false;
            if (IsInterrupt(outcome))
            {
                Interrupted = test;
                return false;
            }

            var (output, error) = capture.Take();
            return Finished(new RunMessage.TestFinished(test, outcome, duration, output + frameworkOutput, error));
        }
    }

    /// <inheritdoc/>
    public void FailedCleanup(TestCase test, Failure failure)
    {
        lock (_gate)
        {
            if (_closed)
                return;
            Failures++;
            var (output, error) = capture.Take();
            send(new RunMessage.TestFinished(test, new TestOutcome.Errored(failure, "teardown"), TimeSpan.Zero, output, error));
            StopReason ??= AskToStop();
        }
    }

    private async Task RunUnitsAsync(IReadOnlyList<TestCase> tests, CancellationToken cancellationToken)
    {
        var units = TestUnit.Divide(tests, test => test.SkipReason is not null || test.ExpectedFailure is { Runs: false } || surroundings.Concern(test));
        for (var i = 0; i < units.Count; i++)
        {
            if (units[i].IsSingle)
                await RunSingleAsync(units[i].Tests[0], i + 1 < units.Count ? units[i + 1].Tests[0] : null, cancellationToken);
            else
                await units[i].Tests[0].Runner.RunAsync(units[i].Tests, this, cancellationToken);
            if (cancellationToken.IsCancellationRequested || IsStopped || Interrupted is not null)
                return;
        }
    }

    private async Task RunSingleAsync(TestCase test, TestCase? next, CancellationToken cancellationToken)
    {
        Started(test);
        if (test.SkipReason is { } reason)
        {
            Finished(test, new TestOutcome.Skipped(reason), TimeSpan.Zero);
            return;
        }

        if (test.ExpectedFailure is { Runs: false } expected && !options.RunXFail)
        {
            Finished(test, new TestOutcome.XFailed($"[NOTRUN] {expected.Reason}", null), TimeSpan.Zero);
            return;
        }

        var single = new SingleTest(test, surroundings, capture);
        var finished = await single.RunAsync(next, cancellationToken);
        lock (_gate)
        {
            if (_closed)
                return;
            if (IsInterrupt(finished.Outcome))
                Interrupted = test;
            else
                Finished(finished);
        }

        foreach (var failure in single.TeardownFailures)
            FailedCleanup(test, failure);
    }

    private bool Finished(RunMessage.TestFinished finished)
    {
        var outcome = options.RunXFail || finished.Test.ExpectedFailure is not { } expected ? finished.Outcome : expected.Judge(finished.Outcome);
        if (outcome is TestOutcome.Failed or TestOutcome.Errored)
            Failures++;
        _current = null;
        send(finished with { Outcome = outcome });
        StopReason ??= AskToStop();
        return !IsStopped;
    }

    private bool IsInterrupt(TestOutcome outcome) =>
        _cancellationToken.IsCancellationRequested
        && outcome is TestOutcome.Failed { Failure.Exceptions: var exceptions }
        && exceptions.Any(exception => exception.TypeName == typeof(ThreadInterruptedException).FullName || exception.TypeName == typeof(CellInterruptedException).FullName);

    private Task StartOnOwnThread(Func<Task> work)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _thread = new Thread(
            () =>
            {
                try
                {
                    capture.Enter();
                    _noted = NotedExceptions.Begin();
                    CultureInfo.CurrentCulture = culture;
                    work().GetAwaiter().GetResult();
                    end.SetResult();
                }
                catch (Exception exception)
                {
                    end.SetException(exception);
                }
            },
            StackSize)
        {
            IsBackground = true,
            Name = "ipytest tests",
        };
        _thread.Start();
        return end.Task;
    }
}
