namespace IpytestNet.Frameworks.Doctest;

/// <summary>A block of C# in documentation.</summary>
/// <param name="Lines">Its lines, with entities resolved.</param>
internal sealed record CodeBlock(IReadOnlyList<DocLine> Lines)
{
    /// <summary>What the block must put out, or null where nobody says.</summary>
    public string? Output { get; init; }

    /// <summary>The flags that a comment before the block sets for all of it.</summary>
    public FlagChange Flags { get; init; } = FlagChange.None;
}
