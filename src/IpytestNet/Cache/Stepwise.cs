using IpytestNet.Execution;

namespace IpytestNet.Cache;

/// <summary>Stops at the first failure and goes on from there next time: <c>--sw</c>.</summary>
/// <param name="stoppedAt">The node id at which the last such run stopped, or null.</param>
/// <param name="skipsOne">Whether the first failure is passed over.</param>
internal sealed class Stepwise(string? stoppedAt, bool skipsOne)
{
    private bool _skips = skipsOne;

    /// <summary>The node id at which the next such run goes on, or null.</summary>
    public string? StoppedAt { get; private set; } = stoppedAt;

    /// <summary>What is to be said of the selection, in pytest's words, or null.</summary>
    public string? Status { get; private set; }

    /// <summary>Whether the run is to stop.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Leaves out what has passed before the failure.</summary>
    public IReadOnlyList<TestCase> Select(IReadOnlyList<TestCase> tests)
    {
        if (StoppedAt is null)
        {
            Status = "no previously failed tests, not skipping.";
            return tests;
        }

        TestCase[] rest = [.. tests.SkipWhile(test => test.NodeId != StoppedAt)];
        Status = rest.Length == 0
            ? "previously failed test not found, not skipping."
            : $"skipping {tests.Count - rest.Length} already passed items.";
        return rest.Length == 0 ? tests : rest;
    }

    /// <summary>Takes a result.</summary>
    public void Take(RunMessage.TestFinished finished)
    {
        var id = finished.Test.NodeId;
        if (finished.Outcome is not (TestOutcome.Failed or TestOutcome.Errored))
        {
            if (finished.Outcome is TestOutcome.Passed or TestOutcome.XPassed && id == StoppedAt)
                StoppedAt = null;
        }
        else if (_skips)
        {
            _skips = false;
            if (id == StoppedAt)
                StoppedAt = null;
        }
        else
        {
            StoppedAt = id;
            IsStopped = true;
        }
    }
}
