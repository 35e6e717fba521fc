namespace IpytestNet.Tool;

/// <summary>How the exit codes of several runs become one.</summary>
internal static class ExitCodes
{
    // No tests collected comes last: it counts only where every run says so.
    private static readonly ExitCode[] WorstFirst =
    [
        ExitCode.InternalError,
        ExitCode.UsageError,
        ExitCode.Interrupted,
        ExitCode.TestsFailed,
        ExitCode.Ok,
        ExitCode.NoTestsCollected,
    ];

    /// <summary>Returns the worst of some exit codes; <see cref="ExitCode.Ok"/> if there are none.</summary>
    public static ExitCode Worst(IEnumerable<ExitCode> codes) =>
        codes.DefaultIfEmpty(ExitCode.Ok).MinBy(code => Array.IndexOf(WorstFirst, code));
}
