namespace IpytestNet.Assertions;

/// <summary>What explains the truth of a part.</summary>
/// <param name="Lines">The explanation.</param>
/// <param name="Notes">Hints.</param>
internal sealed record Finding(IReadOnlyList<string> Lines, IReadOnlyList<string> Notes)
{
    /// <summary>Nothing is known that would explain it.</summary>
    public static Finding None { get; } = new([], []);

    /// <summary>Makes an explanation of one line.</summary>
    public static Finding Line(string line) => new([line], []);

    /// <summary>Makes an explanation that is but a hint.</summary>
    public static Finding Note(string note) => new([], [note]);

    /// <summary>Whether there is anything to say.</summary>
    public bool IsEmpty => Lines.Count == 0 && Notes.Count == 0;

    /// <summary>Writes the lines, then the hints.</summary>
    public IEnumerable<string> ToLines() => [.. Lines, .. Notes.Select(note => $"note: {note}")];
}
