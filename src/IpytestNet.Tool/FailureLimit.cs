using IpytestNet.CommandLine;

namespace IpytestNet.Tool;

/// <summary>When a command ends early: <c>-x</c>, <c>--maxfail</c> and <c>--sw</c> hold for all its notebooks together.</summary>
internal sealed class FailureLimit(RunOptions options)
{
    private int _failures;

    /// <summary>Whether nothing more is to run.</summary>
    public bool IsReached { get; private set; }

    /// <summary>Counts what a cell adds.</summary>
    /// <param name="exitCode">The exit code that it adds to its notebook.</param>
    /// <param name="failedTests">How many tests failed in it; a cell may also fail without any.</param>
    public void Count(ExitCode? exitCode, int failedTests)
    {
        if (exitCode is not (ExitCode.TestsFailed or ExitCode.Interrupted))
            return;
        _failures += Math.Max(1, failedTests);
        IsReached |= options.Stepwise || (options.MaxFail > 0 && _failures >= options.MaxFail);
    }
}
