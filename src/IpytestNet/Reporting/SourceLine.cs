namespace IpytestNet.Reporting;

/// <summary>A line of source in an excerpt.</summary>
/// <param name="Pieces">The line, divided by colour.</param>
/// <param name="IsFailing">Whether the failure happened on this line.</param>
internal sealed record SourceLine(IReadOnlyList<InkedText> Pieces, bool IsFailing)
{
    /// <summary>The line as plain text.</summary>
    public string Text => string.Concat(Pieces.Select(piece => piece.Text));

    /// <summary>The white space that the line begins with.</summary>
    public string Indentation => Text[..^Text.TrimStart().Length];
}
