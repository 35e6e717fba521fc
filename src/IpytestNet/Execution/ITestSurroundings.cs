namespace IpytestNet.Execution;

/// <summary>What is made ready before a test and cleaned up after it: its fixtures.</summary>
internal interface ITestSurroundings
{
    /// <summary>Whether anything is to be done for a test.</summary>
    bool Concern(TestCase test);

    /// <summary>Makes ready what the test needs and is not there yet.</summary>
    /// <param name="test">The test.</param>
    /// <param name="stopping">Signalled when the test is to end.</param>
    /// <returns>Why the test cannot run, or null.</returns>
    ValueTask<Failure?> SetUpAsync(TestCase test, CancellationToken stopping);

    /// <summary>Hands what was made ready to the code that the caller runs from here on.</summary>
    /// <param name="test">The test, which has been set up.</param>
    void Enter(TestCase test);

    /// <summary>Cleans up what the test has used and the next one does not, in the reverse order of its setup.</summary>
    /// <param name="test">The test that has ended, also where its setup failed.</param>
    /// <param name="next">The test that follows, or null if none does.</param>
    /// <returns>What went wrong.</returns>
    ValueTask<IReadOnlyList<Failure>> TearDownAsync(TestCase test, TestCase? next);

    /// <summary>Whether something is left to be cleaned up.</summary>
    bool IsLeft { get; }

    /// <summary>Cleans up all that is left, after the last test.</summary>
    /// <returns>What went wrong.</returns>
    ValueTask<IReadOnlyList<Failure>> EndAsync();

    /// <summary>Tells what a test shares with others, so that they must run one after the other; null for nothing.</summary>
    /// <returns>Equal objects for tests that share something: the instance of a fixture wider than a function, say.</returns>
    IEnumerable<object> SharedBy(TestCase test);

    /// <summary>Gives the surroundings of another sequence of tests, which runs beside this one and shares nothing with it.</summary>
    ITestSurroundings ForSequence();
}
