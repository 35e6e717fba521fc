namespace IpytestNet.Execution;

/// <summary>The seam to a test framework: runs the cases that the framework has discovered.</summary>
internal interface ITestRunner
{
    /// <summary>Runs the cases in the order given and sends their messages; stops early when the listener says so.</summary>
    Task RunAsync(IReadOnlyList<TestCase> tests, ITestListener listener, CancellationToken cancellationToken);
}
