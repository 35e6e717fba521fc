using System.Text.Json.Nodes;

namespace IpytestNet.Tool.Nbval;

/// <summary>How a cell ended.</summary>
internal sealed record CellEnd
{
    /// <summary>Its outputs, as nbformat has them.</summary>
    public IReadOnlyList<JsonObject> Outputs { get; init; } = [];

    /// <summary>Its number, or null if it did not get one.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>The exception that ended it, or null.</summary>
    public FailedCell? Error { get; init; }

    /// <summary>How the test runs in it ended.</summary>
    public IReadOnlyList<ExitCode> TestRuns { get; init; } = [];

    /// <summary>Whether it was interrupted by the user.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>Whether it had to be stopped since it took too long.</summary>
    public bool IsTimedOut { get; init; }

    /// <summary>Why nothing can run behind it, or null.</summary>
    public string? Death { get; init; }

    /// <summary>Whether a test run in it did not end well.</summary>
    public bool HasFailedTests => TestRuns.Any(run => run is ExitCode.TestsFailed or ExitCode.UsageError or ExitCode.InternalError);
}
