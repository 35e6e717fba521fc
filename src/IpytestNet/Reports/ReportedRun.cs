using IpytestNet.Execution;

namespace IpytestNet.Reports;

/// <summary>One run, as a report tells of it.</summary>
/// <param name="module">The name of what was tested.</param>
/// <param name="start">When it began.</param>
internal sealed class ReportedRun(string module, DateTimeOffset start)
{
    private readonly List<TestResult> _results = [];
    private readonly List<RunMessage.Warning> _warnings = [];
    private readonly Dictionary<string, int> _byNodeId = new(StringComparer.Ordinal);

    /// <summary>The name of the notebook or file that was tested.</summary>
    public string Module => module;

    /// <summary>When it began.</summary>
    public DateTimeOffset Start => start;

    /// <summary>The tests that were to run, in their order; null if it did not come to that.</summary>
    public IReadOnlyList<TestCase>? Collected { get; set; }

    /// <summary>The tests, in the order in which they ended.</summary>
    public IReadOnlyList<TestResult> Results => _results;

    /// <summary>The warnings, in the order in which they came.</summary>
    public IReadOnlyList<RunMessage.Warning> Warnings => _warnings;

    /// <summary>How it ended, or null while it goes on.</summary>
    public RunMessage.Finished? End { get; set; }

    /// <summary>Adds a test, or what went wrong after one that is known.</summary>
    public void Add(TestResult result)
    {
        var isTeardown = result.Outcome is TestOutcome.Errored { When: "teardown" };
        if (isTeardown && _byNodeId.TryGetValue(result.Test.NodeId, out var index))
        {
            var known = _results[index];
            _results[index] = known with
            {
                TeardownErrors = [.. known.TeardownErrors, result.Failure!],
                Phases = [.. known.Phases, new TestPhase("teardown", TimeSpan.Zero, result.CallOutput, result.CallError)],
            };
            return;
        }

        _byNodeId[result.Test.NodeId] = _results.Count;
        _results.Add(result);
    }

    /// <summary>Adds a warning.</summary>
    public void Add(RunMessage.Warning warning) => _warnings.Add(warning);
}
