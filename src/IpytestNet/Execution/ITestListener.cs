using IpytestNet.Discovery;

namespace IpytestNet.Execution;

/// <summary>Hears from a framework what happens to its tests.</summary>
internal interface ITestListener
{
    /// <summary>A test begins; output from now on is its own.</summary>
    void Started(TestCase test);

    /// <summary>A test has its outcome.</summary>
    /// <returns>Whether the run goes on.</returns>
    bool Finished(TestCase test, TestOutcome outcome, TimeSpan duration, string? frameworkOutput = null);

    /// <summary>Something beside a test failed (a class fixture's clean-up, say).</summary>
    void Error(TestCase? test, string when, Failure failure);
}
