using IpytestNet.Execution;
using Xunit.Sdk;
using Xunit.v3;

namespace IpytestNet.Frameworks.Xunit;

/// <summary>Turns xUnit's messages into ours.</summary>
internal sealed class XunitMessageSink : IMessageSink
{
    private readonly Dictionary<string, TestCase> _cases;
    private readonly Dictionary<string, TestCase> _tests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ITestResultMessage> _results = new(StringComparer.Ordinal);
    private readonly HashSet<TestCase> _reported = [];
    private readonly Dictionary<string, Failure> _classFailures = new(StringComparer.Ordinal);
    private TestCase? _last;
    private readonly ITestListener _listener;
    private readonly CancellationToken _cancellationToken;
    private bool _stopped;

    public XunitMessageSink(IReadOnlyList<TestCase> tests, ITestListener listener, CancellationToken cancellationToken)
    {
        _cases = tests.ToDictionary(test => ((ITestCase)test.Handle).UniqueID, StringComparer.Ordinal);
        _listener = listener;
        _cancellationToken = cancellationToken;
    }

    /// <inheritdoc/>
    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestStarting starting:
                Start(starting);
                break;
            // A message of the end is a result message by inheritance, so it must be asked for first.
            case ITestFinished finished:
                Finish(finished);
                break;
            case ITestClassDisposeStarting or IAfterTestStarting:
                _listener.CleansUp();
                break;
            case ITestResultMessage result:
                _results[result.TestUniqueID] = result;
                break;
            case IErrorMetadata failure:
                FailCleanup(message, FailureReader.Read(failure, FailureCause.Exception));
                break;
        }

        return !_stopped && !_cancellationToken.IsCancellationRequested;
    }

    /// <summary>Makes an error of every case that xUnit gave no result for, so that no test goes missing.</summary>
    public void ReportMissing()
    {
        foreach (var test in _cases.Values.Where(test => !_reported.Contains(test) && !_listener.Knows(test)))
        {
            if (_stopped || _cancellationToken.IsCancellationRequested)
                return;
            _listener.Started(test);
            _stopped = !_listener.Finished(test, new TestOutcome.Errored(WhyMissing(test), "setup"), TimeSpan.Zero);
        }
    }

    private static IXunitTestClass ClassOf(TestCase test) => ((IXunitTestCase)test.Handle).TestMethod.TestClass;

    private Failure WhyMissing(TestCase test)
    {
        var testClass = ClassOf(test);
        if (testClass.Constructors is { Count: 0 })
            return FailureReader.Said($"{CompilerNames.TypeOf(testClass.TestClassSimpleName)} has no public constructor, so no instance can be made for its tests. Give it one.");
        return _classFailures.GetValueOrDefault(testClass.UniqueID) ?? FailureReader.Said($"xUnit gave no result for {test.NodeId}.");
    }

    private void Start(ITestStarting starting)
    {
        if (!_cases.TryGetValue(starting.TestCaseUniqueID, out var test))
            return;
        var xunitCase = (ITestCase)test.Handle;
        // A theory whose rows are only known when it runs makes many tests of one case.
        if (!string.Equals(starting.TestDisplayName, xunitCase.TestCaseDisplayName, StringComparison.Ordinal)
            && starting.TestDisplayName.StartsWith(xunitCase.TestCaseDisplayName, StringComparison.Ordinal))
        {
            var suffix = starting.TestDisplayName[xunitCase.TestCaseDisplayName.Length..];
            _reported.Add(test);
            test = test with { NodeId = test.NodeId + suffix, DisplayName = test.DisplayName + suffix };
        }

        _tests[starting.TestUniqueID] = test;
        _listener.Started(test);
    }

    private void Finish(ITestFinished finished)
    {
        if (!_tests.TryGetValue(finished.TestUniqueID, out var test) || !_results.Remove(finished.TestUniqueID, out var result))
            return;
        TestOutcome outcome = result switch
        {
            ITestPassed => new TestOutcome.Passed(),
            ITestSkipped skipped => new TestOutcome.Skipped(skipped.Reason),
            ITestNotRun => new TestOutcome.Skipped("explicit test, not asked for"),
            ITestFailed failed => new TestOutcome.Failed(FailureReader.Read(failed, failed.Cause)),
            _ => throw new InvalidOperationException($"xUnit sent an unknown result: {result.GetType()}"),
        };
        _reported.Add(test);
        _last = test;
        _stopped |= !_listener.Finished(test, outcome, TimeSpan.FromSeconds((double)result.ExecutionTime), result.Output);
    }

    // The clean-up of a fixture belongs to the last test that used it.
    private void FailCleanup(IMessageSinkMessage message, Failure failure)
    {
        var testClass = (message as ITestClassMessage)?.TestClassUniqueID;
        if (testClass is not null)
            _classFailures.TryAdd(testClass, failure);
        if (_last is { } test && (testClass is null || testClass == ClassOf(test).UniqueID))
            _listener.FailedCleanup(test, failure);
    }
}
