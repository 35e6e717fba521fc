using IpytestNet.CommandLine;

namespace IpytestNet.Execution;

/// <summary>Takes down how tests end, and tells whether the run goes on. Tests on several threads write into it.</summary>
internal sealed class RunJournal(RunOptions options, Action<RunMessage> send, Func<string?> askToStop, CancellationToken cancellationToken)
{
    private readonly object _gate = new();
    private MessageOrder? _order;
    private bool _closed;

    /// <summary>The number of tests that failed or could not be judged.</summary>
    public int Failures { get; private set; }

    /// <summary>Whether the run stopped because of <c>-x</c> or <c>--maxfail</c>.</summary>
    public bool StoppedByFailures => options.MaxFail > 0 && Failures >= options.MaxFail;

    /// <summary>The test that was running when the run was interrupted, or null.</summary>
    public TestCase? Interrupted { get; private set; }

    /// <summary>The reason for which somebody wants the run to stop, or null.</summary>
    public string? StopReason { get; private set; }

    /// <summary>Whether another test may begin.</summary>
    public bool GoesOn => !cancellationToken.IsCancellationRequested && Interrupted is null && !StoppedByFailures && StopReason is null && !_closed;

    /// <summary>Brings the messages of tests that run side by side into the order of the tests.</summary>
    public void Order(IReadOnlyList<TestCase> tests) => _order = new MessageOrder(tests, send);

    /// <summary>A test begins.</summary>
    public void Started(TestCase test) => Send(test, new RunMessage.TestStarted(test));

    /// <summary>A test has ended.</summary>
    /// <returns>Whether the run goes on.</returns>
    public bool Finished(RunMessage.TestFinished finished)
    {
        var outcome = options.RunXFail || finished.Test.ExpectedFailure is not { } expected ? finished.Outcome : expected.Judge(finished.Outcome);
        lock (_gate)
        {
            if (_closed)
                return false;
            if (outcome is TestOutcome.Failed or TestOutcome.Errored)
                Failures++;
            Send(finished.Test, ReferenceEquals(outcome, finished.Outcome) ? finished : finished with { Outcome = outcome });
            StopReason ??= askToStop();
        }

        return GoesOn;
    }

    /// <summary>A test is told about beside its outcome.</summary>
    public void Warn(TestCase? test, string text)
    {
        lock (_gate)
        {
            if (!_closed)
                send(new RunMessage.Warning(text) { Test = test });
        }
    }

    /// <summary>A test was interrupted.</summary>
    public void Interrupt(TestCase test)
    {
        lock (_gate)
            Interrupted ??= test;
    }

    /// <summary>A test has no more messages.</summary>
    public void Ended(TestCase test)
    {
        if (_order is null)
            return;
        lock (_gate)
            _order.End(test);
    }

    /// <summary>Ends the journal; what still comes, of a test that was left behind, is dropped.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _order?.Flush();
            _closed = true;
        }
    }

    private void Send(TestCase test, RunMessage message)
    {
        lock (_gate)
        {
            if (_closed)
                return;
            if (_order is null)
                send(message);
            else
                _order.Send(test, message);
        }
    }
}
