namespace IpytestNet;

/// <summary>The outcome of a test run, with pytest's numbers.</summary>
public enum ExitCode
{
    /// <summary>All tests passed.</summary>
    Ok = 0,

    /// <summary>Some tests failed.</summary>
    TestsFailed = 1,

    /// <summary>The run was interrupted.</summary>
    Interrupted = 2,

    /// <summary>An error inside ipytest itself.</summary>
    InternalError = 3,

    /// <summary>The arguments were wrong.</summary>
    UsageError = 4,

    /// <summary>No test was collected.</summary>
    NoTestsCollected = 5,
}
