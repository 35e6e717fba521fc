namespace IpytestNet.Tool.Watch;

/// <summary>The last result of a notebook.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Passed">How many tests of it passed.</param>
/// <param name="Failed">How many failed, or could not be set up or torn down.</param>
internal sealed record NotebookResult(NotebookOutcome Outcome, int Passed = 0, int Failed = 0)
{
    /// <summary>Whether nothing speaks against the notebook.</summary>
    public bool IsGood => Outcome.ExitCode is ExitCode.Ok or ExitCode.NoTestsCollected && !Outcome.IsLeftOut;
}
