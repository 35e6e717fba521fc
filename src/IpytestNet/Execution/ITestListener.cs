
namespace IpytestNet.Execution;

/// <summary>Hears from a framework what happens to its tests.</summary>
internal interface ITestListener
{
    /// <summary>
    /// Runs all that belongs to a test, from its start to its result, on the calling thread: its output is kept apart, and it can
    /// be stopped. A framework that does not ask for it has its tests stopped all together.
    /// </summary>
    /// <param name="test">The test.</param>
    /// <param name="code">Runs it, and calls <see cref="Started"/> and <see cref="Finished"/>.</param>
    /// <returns>Whether the run goes on.</returns>
    bool Run(TestCase test, Func<ValueTask> code);

    /// <summary>Whether the result of a test is known, as of one that was stopped.</summary>
    bool Knows(TestCase test);

    /// <summary>A test begins; output since the end of the one before is its own, as that of its fixtures is.</summary>
    void Started(TestCase test);

    /// <summary>A test has its outcome.</summary>
    /// <returns>Whether the run goes on.</returns>
    bool Finished(TestCase test, TestOutcome outcome, TimeSpan duration, string? frameworkOutput = null);

    /// <summary>The test that runs has been told to stop, and is about to clean up: it may do so.</summary>
    void CleansUp();

    /// <summary>What was cleaned up after a test failed: a class fixture, say.</summary>
    void FailedCleanup(TestCase test, Failure failure);
}
