namespace IpytestNet.Assertions.Differences;

/// <summary>The differences that were found, as many as fit on the lines that a message may have.</summary>
internal sealed class Findings(int maxLines)
{
    private const int MaxNotes = 4;

    private readonly List<(IReadOnlyList<string> Lines, bool IsHeading)> _blocks = [];
    private readonly List<string> _footnotes = [];
    private readonly List<string> _notes = [];
    private int _unkept;

    /// <summary>The place at which the next finding is kept.</summary>
    public int Mark => _blocks.Count;

    /// <summary>The number of hints.</summary>
    public int NoteCount => _notes.Count;

    /// <summary>The hints.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Adds a difference of one line, which is written only if it may be shown.</summary>
    public void Add(Func<string> line) => AddBlock(() => [line()]);

    /// <summary>Adds a difference of several lines.</summary>
    public void AddBlock(Func<IReadOnlyList<string>> lines)
    {
        if (_blocks.Count < maxLines)
            _blocks.Add((lines(), IsHeading: false));
        else
            _unkept++;
    }

    /// <summary>Adds a line above the findings since a mark.</summary>
    public void AddHeading(int mark, string line)
    {
        if (mark < _blocks.Count)
            _blocks.Insert(mark, ([line], IsHeading: true));
    }

    /// <summary>Adds a line below all differences, which is always shown.</summary>
    public void AddFootnote(string line) => _footnotes.Add(line);

    /// <summary>Adds a hint, unless there are enough.</summary>
    public void AddNote(string note)
    {
        if (_notes.Count < MaxNotes && !_notes.Contains(note))
            _notes.Add(note);
    }

    /// <summary>Adds a hint on a place, unless there are enough, or one that says the same of another place.</summary>
    /// <param name="at">The place.</param>
    /// <param name="find">Gives the hint, or null; is asked only if it can be added.</param>
    public void AddNote(ValuePath at, Func<string?> find)
    {
        if (_notes.Count < MaxNotes && find() is { } hint && !_notes.Exists(note => note.EndsWith(hint, StringComparison.Ordinal)))
            _notes.Add(at.IsRoot ? hint : $"{at}: {hint}");
    }

    /// <summary>Takes back the hints that were added after there were <paramref name="count"/>.</summary>
    public void DropNotes(int count) => _notes.RemoveRange(count, _notes.Count - count);

    /// <summary>Writes the differences that fit and the number of the others.</summary>
    public IReadOnlyList<string> ToLines()
    {
        var room = maxLines - _footnotes.Count;
        var all = _blocks.Sum(block => block.Lines.Count);
        if (_unkept == 0 && all <= room)
            return [.. _blocks.SelectMany(block => block.Lines), .. _footnotes];

        var shown = Math.Max(FittingBlocks(room - 1), 1);
        var more = _blocks.Skip(shown).Count(block => !block.IsHeading) + _unkept;
        return
        [
            .. _blocks.Take(shown).SelectMany(block => block.Lines),
            .. more > 0 ? [$"... {Count(more, "more difference")}"] : Array.Empty<string>(),
            .. _footnotes,
        ];
    }

    /// <summary>Writes a number with its noun.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : FormattableString.Invariant($"{count:N0} {noun}s");

    private int FittingBlocks(int room)
    {
        var count = 0;
        while (count < _blocks.Count && _blocks[count].Lines.Count <= room)
            room -= _blocks[count++].Lines.Count;
        return count;
    }
}
