namespace IpytestNet.Kernel.Execution;

/// <summary>How a cell ended.</summary>
public abstract record CellResult
{
    private CellResult()
    {
    }

    /// <summary>It ran to its end.</summary>
    /// <param name="Value">The value of its last expression, or null.</param>
    /// <param name="TestRuns">The test runs that the cell made, with how each ended.</param>
    public sealed record Succeeded(object? Value, IReadOnlyList<ExitCode> TestRuns) : CellResult;

    /// <summary>It did not compile, or it threw.</summary>
    public sealed record Failed(CellError Error, IReadOnlyList<ExitCode> TestRuns) : CellResult;

    /// <summary>It was interrupted.</summary>
    public sealed record Interrupted(IReadOnlyList<ExitCode> TestRuns) : CellResult;
}
