using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Assertions.Differences;

/// <summary>Writes the changed lines between two texts, each place with the line before and after it.</summary>
internal sealed class LineBlock
{
    private const string Same = "    ";
    private const string OnlyLeft = "  - ";
    private const string OnlyRight = "  + ";

    private readonly TextLines _lines;
    private readonly IReadOnlyList<LineChange> _changes;
    private readonly int _room;
    private readonly int _width;
    private readonly bool _showReturns;
    private readonly List<string> _written = [];

    private LineBlock(TextLines lines, Detail detail)
    {
        _lines = lines;
        _changes = LineDiff.Between(lines.Left, lines.Right);
        _room = Math.Max(detail.MaxLines - 2, 4);
        _width = detail.Values.MaxLength;
        _showReturns = lines.Left.Count(HasReturn) != lines.Right.Count(HasReturn);
    }

    /// <summary>Writes the lines, indented.</summary>
    /// <param name="left">The left text.</param>
    /// <param name="right">The right text.</param>
    /// <param name="position">Where they differ first.</param>
    /// <param name="detail">How much is said.</param>
    public static IReadOnlyList<string> Write(string left, string right, int position, Detail detail) =>
        new LineBlock(TextLines.Between(left, right, position), detail).Write();

    private List<string> Write()
    {
        var hidden = 0;
        for (var i = 0; i < _changes.Count; i++)
        {
            var change = _changes[i];
            var count = change.LeftCount + change.RightCount;
            if (hidden > 0 || _written.Count + RowsBefore(i) >= _room - 1)
            {
                hidden += count;
                continue;
            }

            WriteBefore(i);
            var free = _room - _written.Count - 2;
            var shown = count <= free ? count : Math.Max(free / 2, 1);
            WriteChange(change, shown);
            hidden += count - Math.Min(change.LeftCount, shown) - Math.Min(change.RightCount, shown);
            if (hidden == 0)
                WriteAfter(i);
        }

        if (hidden > 0 || _lines.IsCut)
            _written.Add($"{Same}... {(_lines.IsCut ? "more lines differ" : Findings.Count(hidden, "more differing line"))}");
        return [.. _written, $"{Same}(- left, + right)"];
    }

    /// <summary>Writes the equal line before a change, and how many are not shown.</summary>
    private void WriteBefore(int index)
    {
        var equal = EqualBefore(index);
        var unseen = equal - 1 - (index > 0 ? 1 : 0);
        if (unseen > 0)
            _written.Add($"{Same}... {Findings.Count(unseen, "equal line")}");
        if (unseen >= 0 && LineBefore(index) is { } line)
            WriteSame(line);
    }

    private int RowsBefore(int index) => Math.Min(EqualBefore(index), 2);

    /// <summary>Counts the equal lines between a change and the one before it, or the start.</summary>
    private int EqualBefore(int index)
    {
        if (index == 0)
            return _lines.Skipped + _changes[0].Left;
        var previous = _changes[index - 1];
        return _changes[index].Left - previous.Left - previous.LeftCount;
    }

    private string? LineBefore(int index) => _changes[index].Left > 0 ? _lines.Left[_changes[index].Left - 1] : _lines.LineBefore;

    private void WriteAfter(int index)
    {
        var after = _changes[index].Left + _changes[index].LeftCount;
        var line = after < _lines.Left.Count ? _lines.Left[after] : _lines.LineAfter;
        if (line is not null)
            WriteSame(line);
    }

    private void WriteSame(string line) => _written.Add((Same + Visible.Line(Cut(Shown(line), 0), showWhiteSpace: false)).TrimEnd(' '));

    private void WriteChange(LineChange change, int most)
    {
        for (var i = 0; i < Math.Min(change.LeftCount, most); i++)
            _written.Add(OnlyLeft + Changed(_lines.Left[change.Left + i], i < change.RightCount ? _lines.Right[change.Right + i] : null));
        for (var i = 0; i < Math.Min(change.RightCount, most); i++)
            _written.Add(OnlyRight + Changed(_lines.Right[change.Right + i], i < change.LeftCount ? _lines.Left[change.Left + i] : null));
    }

    private string Changed(string line, string? other)
    {
        var showWhiteSpace = line.Length > 0 && (other is null ? string.IsNullOrWhiteSpace(line) : StringHints.DifferInWhiteSpace(line, other));
        var position = other is null ? 0 : line.AsSpan().CommonPrefixLength(other);
        return Visible.Line(Cut(Shown(line), position), showWhiteSpace);
    }

    private string Shown(string line) => HasReturn(line) && !_showReturns ? line[..^1] : line;

    private string Cut(string line, int position)
    {
        if (line.Length <= _width)
            return line;
        var start = TextWindow.Whole(line, Math.Clamp(position - _width / 3, 0, line.Length - _width));
        var end = TextWindow.Whole(line, start + _width);
        return $"{(start > 0 ? "..." : "")}{line[start..end]}{(end < line.Length ? "..." : "")}";
    }

    private static bool HasReturn(string line) => line.EndsWith('\r');
}
