namespace IpytestNet.Kernel.Execution;

/// <summary>How a cell ended.</summary>
/// <param name="TestRuns">How each test run that the cell made ended.</param>
public abstract record CellResult(IReadOnlyList<ExitCode> TestRuns)
{
    /// <summary>It ran to its end.</summary>
    /// <param name="Value">The value of its last expression, or null.</param>
    /// <param name="TestRuns">How each test run that the cell made ended.</param>
    public sealed record Succeeded(object? Value, IReadOnlyList<ExitCode> TestRuns) : CellResult(TestRuns);

    /// <summary>It did not compile, or it threw.</summary>
    /// <param name="Error">What went wrong.</param>
    /// <param name="TestRuns">How each test run that the cell made ended.</param>
    public sealed record Failed(CellError Error, IReadOnlyList<ExitCode> TestRuns) : CellResult(TestRuns);

    /// <summary>It was interrupted.</summary>
    /// <param name="TestRuns">How each test run that the cell made ended.</param>
    public sealed record Interrupted(IReadOnlyList<ExitCode> TestRuns) : CellResult(TestRuns);
}
