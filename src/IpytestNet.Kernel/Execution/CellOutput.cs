using IpytestNet.Kernel.Display;

namespace IpytestNet.Kernel.Execution;

/// <summary>One thing that a cell put out, in the order in which it happened.</summary>
public abstract record CellOutput
{
    private CellOutput()
    {
    }

    /// <summary>Text on standard output or standard error.</summary>
    /// <param name="Name"><c>stdout</c> or <c>stderr</c>, as in nbformat.</param>
    /// <param name="Text">The text.</param>
    public sealed record Stream(string Name, string Text) : CellOutput;

    /// <summary>A displayed value.</summary>
    public sealed record Displayed(MimeBundle Data) : CellOutput
    {
        /// <summary>The name by which it can be updated later, or null.</summary>
        public string? DisplayId { get; init; }
    }

    /// <summary>Another value in the place of those that were displayed under a name, in this cell or in earlier ones.</summary>
    public sealed record Updated(MimeBundle Data, string DisplayId) : CellOutput;

    /// <summary>What the cell put out so far goes away.</summary>
    /// <param name="Waits">Whether it goes only when the next output comes, so that nothing flickers.</param>
    public sealed record Cleared(bool Waits) : CellOutput;

    /// <summary>The value of the cell's last expression.</summary>
    public sealed record Result(MimeBundle Data, int ExecutionCount) : CellOutput;

    /// <summary>The error that ended the cell.</summary>
    public sealed record Failed(CellError Error) : CellOutput;
}
