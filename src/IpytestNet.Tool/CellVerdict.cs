using IpytestNet.Kernel.Execution;

namespace IpytestNet.Tool;

/// <summary>What the result of a cell means for its notebook.</summary>
/// <param name="ExitCode">The exit code that it adds, or null if it says nothing about tests.</param>
/// <param name="Text">What speaks against the notebook, or null.</param>
/// <param name="EndsNotebook">Whether no later cell is to run.</param>
internal sealed record CellVerdict(ExitCode? ExitCode, string? Text, bool EndsNotebook)
{
    /// <summary>The notebook was interrupted.</summary>
    public static readonly CellVerdict Interrupted = new(IpytestNet.ExitCode.Interrupted, "interrupted", EndsNotebook: true);

    private static readonly CellVerdict Fine = new(null, null, EndsNotebook: false);

    /// <summary>Judges a cell, or the run of the tests at the end of a notebook.</summary>
    /// <param name="result">How it ended.</param>
    /// <param name="expectsFailure">Whether it must throw or have a failing test.</param>
    /// <param name="commandLine">The command line, which may allow errors or narrow the runs.</param>
    public static CellVerdict Of(CellResult result, bool expectsFailure, RunCommandLine commandLine) => result switch
    {
        CellResult.Interrupted => Interrupted,
        CellResult.Failed failed when !expectsFailure => OfFailure(failed, commandLine.AllowErrors),
        CellResult.Failed failed => OfExpectedFailure(failed.TestRuns, commandLine),
        CellResult.Succeeded { TestRuns: var runs } when !expectsFailure => OfRuns(runs),
        CellResult.Succeeded { TestRuns: var runs } when runs.Any(run => IsFailure(run, commandLine)) || (commandLine.NarrowsRuns && runs.Count > 0) => OfExpectedFailure(runs, commandLine),
        CellResult.Succeeded => new CellVerdict(IpytestNet.ExitCode.TestsFailed, "tagged raises-exception, but it did not throw and no test failed", EndsNotebook: false),
        _ => throw new ArgumentException($"unknown result {result}", nameof(result)),
    };

    private static CellVerdict OfFailure(CellResult.Failed failed, bool allowErrors)
    {
        var code = ExitCodes.Worst([IpytestNet.ExitCode.TestsFailed, .. failed.TestRuns]);
        var message = failed.Error.Message.ReplaceLineEndings("\n").Split('\n')[0];
        return new CellVerdict(code, $"{failed.Error.Name}: {message}", EndsNotebook: !allowErrors);
    }

    private static CellVerdict OfRuns(IReadOnlyList<ExitCode> runs)
    {
        if (runs is [])
            return Fine;

        var worst = ExitCodes.Worst(runs);
        return new CellVerdict(worst, TextOf(worst), EndsNotebook: worst is IpytestNet.ExitCode.Interrupted);
    }

    // What was expected is no failure of the notebook, but a defect of ours or an interruption still is what it is.
    private static CellVerdict OfExpectedFailure(IReadOnlyList<ExitCode> runs, RunCommandLine commandLine) =>
        OfRuns([.. runs.Select(run => IsFailure(run, commandLine) ? IpytestNet.ExitCode.Ok : run)]);

    // --sw makes an interruption of a failure.
    private static bool IsFailure(ExitCode run, RunCommandLine commandLine) =>
        run is IpytestNet.ExitCode.TestsFailed or IpytestNet.ExitCode.UsageError
        || (run is IpytestNet.ExitCode.Interrupted && commandLine.Options.Stepwise);

    private static string? TextOf(ExitCode code) => code switch
    {
        IpytestNet.ExitCode.InternalError => "a test run ended with an internal error",
        IpytestNet.ExitCode.UsageError => "the arguments of a test run are wrong",
        IpytestNet.ExitCode.Interrupted => "a test run stopped before its end",
        IpytestNet.ExitCode.TestsFailed => "tests failed",
        _ => null,
    };
}
