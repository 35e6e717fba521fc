namespace IpytestNet.Kernel.Jupyter.History;

/// <summary>A cell that was run.</summary>
/// <param name="Session">The number of the session, from 1 on.</param>
/// <param name="Line">The number of the cell in it.</param>
/// <param name="Input">Its text.</param>
internal sealed record HistoryEntry(int Session, int Line, string Input)
{
    /// <summary>The text of its value, if there was one and it is known.</summary>
    public string? Output { get; init; }
}
