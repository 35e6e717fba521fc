namespace IpytestNet.Testing.Platform.Log;

/// <summary>How a test ended; of several runs of one test the greatest counts.</summary>
internal enum TestEnd
{
    /// <summary>It was found, and did not run.</summary>
    NotRun,

    /// <summary>It was skipped, or failed as it is expected to.</summary>
    Skipped,

    /// <summary>It passed.</summary>
    Passed,

    /// <summary>It took longer than it may.</summary>
    TimedOut,

    /// <summary>It could not be judged: its setup or its teardown went wrong, or there is no test but a cell or a notebook.</summary>
    Errored,

    /// <summary>It failed.</summary>
    Failed,
}
