using IpytestNet.Kernel.Execution;

namespace IpytestNet.Tool;

/// <summary>What is no test and went wrong all the same: a cell that threw, a notebook that cannot be read.</summary>
/// <param name="Place">The cell, or an empty text for the notebook as a whole.</param>
/// <param name="Type">The type of the exception, or what stands for it.</param>
/// <param name="Message">What happened.</param>
internal sealed record ReportedError(string Place, string Type, string Message)
{
    /// <summary>The line of a cell or file where it went wrong, or null if not known.</summary>
    public CellPlace? Origin { get; init; }

    /// <summary>The lines that the cell has shown.</summary>
    public IReadOnlyList<string> Trace { get; init; } = [];
}
