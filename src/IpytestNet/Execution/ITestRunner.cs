namespace IpytestNet.Execution;

/// <summary>The seam to a test framework: runs the cases that the framework has discovered.</summary>
internal interface ITestRunner
{
    /// <summary>Runs the cases in the order given and sends their messages; stops early when the listener says so.</summary>
    Task RunAsync(IReadOnlyList<TestCase> tests, ITestListener listener, CancellationToken cancellationToken);

    /// <summary>Tells what a test shares with others, so that they must run one after the other; null for nothing.</summary>
    /// <param name="test">The test.</param>
    /// <returns>Equal objects for tests that share something. Default the runner itself: none of its tests run side by side.</returns>
    object? SharedBy(TestCase test) => this;
}
