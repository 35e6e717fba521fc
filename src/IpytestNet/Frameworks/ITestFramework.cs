using IpytestNet.Discovery;
using IpytestNet.Execution;

namespace IpytestNet.Frameworks;

/// <summary>The seam to a test framework: it runs the cases that it has discovered.</summary>
internal interface ITestFramework
{
    /// <summary>Runs the cases in the order given and sends their messages; stops early when the listener says so.</summary>
    Task RunAsync(IReadOnlyList<TestCase> tests, ITestListener listener, CancellationToken cancellationToken);
}
