namespace IpytestNet.Execution;

/// <summary>What is made ready before a test and cleaned up after it: its fixtures.</summary>
internal interface ITestSurroundings
{
    /// <summary>Whether anything is to be done for a test.</summary>
    bool Concern(TestCase test);

    /// <summary>Makes ready what the test needs and is not there yet.</summary>
    /// <returns>Why the test cannot run, or null.</returns>
    ValueTask<Failure?> SetUpAsync(TestCase test);

    /// <summary>Hands what was made ready to the code that the caller runs from here on.</summary>
    /// <param name="test">The test, which has been set up.</param>
    void Enter(TestCase test);

    /// <summary>Cleans up what the test has used and the next one does not, in the reverse order of its setup.</summary>
    /// <param name="test">The test that has ended, also where its setup failed.</param>
    /// <param name="next">The test that follows, or null if none does.</param>
    /// <returns>What went wrong.</returns>
    ValueTask<IReadOnlyList<Failure>> TearDownAsync(TestCase test, TestCase? next);
}
