using IpytestNet.CommandLine;
using IpytestNet.Execution;

namespace IpytestNet.Cache;

/// <summary>The tests that failed last time: <c>--lf</c> and <c>--ff</c>, and what this run adds and takes away.</summary>
internal sealed class LastFailed
{
    private readonly RunOptions _options;
    private readonly bool _isOfCommand;
    private readonly HashSet<string> _known;
    private readonly Dictionary<string, bool> _results = new(StringComparer.Ordinal);

    /// <summary>Begins with what is known.</summary>
    /// <param name="options">The options of the run.</param>
    /// <param name="known">The node ids of the failed tests.</param>
    /// <param name="isOfCommand">Whether a command over several runs asks, so that a run may well have none of the failures.</param>
    public LastFailed(RunOptions options, IEnumerable<string> known, bool isOfCommand)
    {
        _options = options;
        _isOfCommand = isOfCommand;
        _known = new(known, StringComparer.Ordinal);
    }

    /// <summary>What is to be said of the selection, in pytest's words, or null.</summary>
    public string? Status { get; private set; }

    private bool IsActive => _options.LastFailed || _options.FailedFirst;

    /// <summary>Picks the tests that run, in their order.</summary>
    public IReadOnlyList<TestCase> Select(IReadOnlyList<TestCase> tests)
    {
        if (!IsActive)
            return tests;
        if (_known.Count == 0)
            return WithoutFailures(tests);

        var functions = _known.Select(FunctionOf).ToHashSet(StringComparer.Ordinal);
        var failed = tests.Where(test => IsKnown(test, functions)).ToList();
        if (failed.Count == 0)
        {
            Status = $"{_known.Count} known failures not in selected tests";
            return _isOfCommand && _options.LastFailed ? [] : tests;
        }

        Status = $"rerun previous {failed.Count} {(failed.Count == 1 ? "failure" : "failures")}{(_options.FailedFirst ? " first" : "")}";
        return _options.LastFailed ? failed : [.. failed, .. tests.Where(test => !IsKnown(test, functions))];
    }

    /// <summary>Takes a result: a failed test joins, one that ran and did not fail leaves.</summary>
    public void Take(RunMessage.TestFinished finished) =>
        _results[finished.Test.NodeId] = finished.Outcome is TestOutcome.Failed or TestOutcome.Errored;

    /// <summary>Gives the failures to keep, or null if nothing has changed.</summary>
    /// <param name="saved">Those that are kept by now; another run may have changed them meanwhile.</param>
    public IReadOnlyList<string>? Merge(IReadOnlyList<string> saved)
    {
        var functions = _results.Keys.Where(id => FunctionOf(id) != id).Select(FunctionOf).ToHashSet(StringComparer.Ordinal);
        var kept = saved.Where(id => _results.TryGetValue(id, out var isFailed) ? isFailed : !functions.Contains(id)).ToList();
        var known = kept.ToHashSet(StringComparer.Ordinal);
        kept.AddRange(_results.Where(result => result.Value && known.Add(result.Key)).Select(result => result.Key));
        return kept.SequenceEqual(saved, StringComparer.Ordinal) ? null : kept;
    }

    private IReadOnlyList<TestCase> WithoutFailures(IReadOnlyList<TestCase> tests)
    {
        var none = _options.LastFailed && !_options.AllWhenNoneFailed;
        Status = $"no previously failed tests, {(none ? "deselecting all items." : "not deselecting items.")}";
        return none ? [] : tests;
    }

    // A theory is one test a row where its data can be had before the run, else a single one; that may change from run to run.
    private bool IsKnown(TestCase test, HashSet<string> functions) =>
        _known.Contains(test.NodeId)
        || (FunctionOf(test.NodeId) is var function && (function == test.NodeId ? functions.Contains(function) : _known.Contains(function)));

    private static string FunctionOf(string nodeId)
    {
        var name = nodeId.IndexOf(NodeId.Separator, StringComparison.Ordinal);
        var arguments = name < 0 ? -1 : nodeId.IndexOf('(', name);
        return arguments < 0 ? nodeId : nodeId[..arguments];
    }
}
