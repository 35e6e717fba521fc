using IpytestNet.CommandLine;

namespace IpytestNet.Tool;

/// <summary>When a command ends early: <c>-x</c>, <c>--maxfail</c> and <c>--sw</c> hold for all its notebooks together.</summary>
internal sealed class FailureLimit(RunOptions options)
{
    /// <summary>How many there are.</summary>
    public int Failures { get; private set; }

    /// <summary>Whether nothing more is to run.</summary>
    public bool IsReached { get; private set; }

    /// <summary>Counts what a cell adds.</summary>
    /// <param name="exitCode">The exit code that it adds to its notebook.</param>
    /// <param name="failedTests">How many tests failed in it; a cell may also fail without any.</param>
    public void Count(ExitCode? exitCode, int failedTests)
    {
        if (exitCode is not (ExitCode.TestsFailed or ExitCode.Interrupted))
            return;
        Add(Math.Max(1, failedTests));
    }

    /// <summary>Counts failures that were counted elsewhere.</summary>
    /// <param name="failures">How many.</param>
    public void Add(int failures)
    {
        Failures += failures;
        IsReached |= failures > 0 && (options.Stepwise || (options.MaxFail > 0 && Failures >= options.MaxFail));
    }
}
