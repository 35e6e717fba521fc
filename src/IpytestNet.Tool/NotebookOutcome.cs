using IpytestNet.Reports;

namespace IpytestNet.Tool;

/// <summary>How a notebook ended, or why it did not run.</summary>
internal sealed record NotebookOutcome
{
    /// <summary>How the notebook is called in reports.</summary>
    public required string Name { get; init; }

    /// <summary>The exit code that it adds.</summary>
    public required ExitCode ExitCode { get; init; }

    /// <summary>What speaks against it.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The cells that threw and were not to, or why nothing ran.</summary>
    public IReadOnlyList<ReportedError> Errors { get; init; } = [];

    /// <summary>How long each cell took, in their order.</summary>
    public IReadOnlyList<CellTime> CellTimes { get; init; } = [];

    /// <summary>The cells that ran, as reports tell of them; null if none was started.</summary>
    public IReadOnlyList<ReportedCell>? ReportedCells { get; init; }

    /// <summary>How many failures it adds to those after which the command ends.</summary>
    public int Failures { get; init; }

    /// <summary>The cells that ran.</summary>
    public int CellsRun { get; init; }

    /// <summary>The cells that were to run; null if none was started.</summary>
    public int? Cells { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Whether it did not run because the command ended before it came to it.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>Returns the outcome of a notebook that the command did not come to, since enough had failed.</summary>
    public static NotebookOutcome LeftOut(string name) => new() { Name = name, ExitCode = ExitCode.NoTestsCollected, IsLeftOut = true };

    /// <summary>Returns the outcome of a notebook whose process ended in the middle of it.</summary>
    /// <param name="name">How the notebook is called in reports.</param>
    /// <param name="place">The cell that ran, or an empty text if that is not known.</param>
    /// <param name="end">How the process ended, as <c>exit code 134 (signal 6)</c>.</param>
    public static NotebookOutcome Died(string name, string place, string end)
    {
        var why = $"the process that ran the notebook ended in the middle of it, with {end}";
        return new() { Name = name, ExitCode = ExitCode.TestsFailed, Findings = [new Finding(place, why)], Errors = [new ReportedError(place, "ProcessDied", why)], Failures = 1 };
    }

    /// <summary>Returns the outcome of a notebook that could not be started.</summary>
    public static NotebookOutcome NotStarted(string name, ExitCode exitCode, string why) =>
        new()
        {
            Name = name,
            ExitCode = exitCode,
            Findings = [new Finding("", why)],
            // What did not run is no test, and would be missed by who reads the reports alone.
            Errors = exitCode is ExitCode.Interrupted ? [] : [new ReportedError("", "NotStarted", why)],
        };
}
