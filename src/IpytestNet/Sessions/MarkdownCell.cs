namespace IpytestNet.Sessions;

/// <summary>A Markdown cell of a notebook.</summary>
/// <param name="Position">Its 1-based place among all cells of the notebook.</param>
/// <param name="Text">Its text.</param>
internal sealed record MarkdownCell(int Position, string Text)
{
    /// <summary>The name by which reports call it: <c>Markdown[2]</c>.</summary>
    public string Name => $"Markdown[{Position}]";
}
