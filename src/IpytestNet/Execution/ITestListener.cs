
namespace IpytestNet.Execution;

/// <summary>Hears from a framework what happens to its tests.</summary>
internal interface ITestListener
{
    /// <summary>A test begins; output since the end of the one before is its own, as that of its fixtures is.</summary>
    void Started(TestCase test);

    /// <summary>A test has its outcome.</summary>
    /// <returns>Whether the run goes on.</returns>
    bool Finished(TestCase test, TestOutcome outcome, TimeSpan duration, string? frameworkOutput = null);

    /// <summary>What was cleaned up after a test failed: a class fixture, say.</summary>
    void FailedCleanup(TestCase test, Failure failure);
}
