
namespace IpytestNet.Assertions.Differences;

/// <summary>Two collections that differ in their elements or the order of these.</summary>
internal sealed class SequenceDifference
{
    private const int Around = 2;
    private const int MaxShiftsSought = 12;

    private readonly DifferenceWalk _walk;
    private readonly ValuePath _at;
    private readonly Sequence _left;
    private readonly Sequence _right;
    private readonly PrimitivePair? _primitives;
    private readonly int _end;

    // The first two elements with equal contents that are two objects of a type that compares references.
    private int? _sameContents;

    // Whether elements with equal contents, before the first that differ, are unequal all the same.
    private bool _isTooLate;

    private SequenceDifference(DifferenceWalk walk, ValuePath at, Sequence left, Sequence right, PrimitivePair? primitives)
    {
        (_walk, _at, _left, _right, _primitives) = (walk, at, left, right, primitives);
        _end = Math.Min(left.Count, right.Count);
    }

    private string Place => _at.IsRoot ? "" : $"{_at}: ";

    /// <summary>Compares two collections element by element.</summary>
    public static bool Compare(DifferenceWalk walk, ValuePath at, object left, object right) =>
        Sequence.Of(left, walk.Budget) is { } leftItems && Sequence.Of(right, walk.Budget) is { } rightItems
            ? new SequenceDifference(walk, at, leftItems, rightItems, PrimitivePair.Of(left, right)).Compare()
            : ScalarDifference.Add(walk, at, left, right);

    private bool Compare()
    {
        if (Next(0, isFirst: true) is { } first)
        {
            if (_walk.ComparesElements && _at.IsRoot && _sameContents is { } before)
                ReferenceNote.Add(_walk, _at.Index(before), _left.Items[before]!);
            if (!_walk.IsSilent)
                CompareRest(first);
            return false;
        }

        var same = HaveEqualEnds();
        if (!same && !_walk.IsSilent && !_walk.Budget.IsSpent)
            AddExtra();
        if (!_left.IsComplete && !_right.IsComplete)
            _walk.Budget.LeaveAfter(_end);
        if (same && _sameContents is { } index)
            ReferenceNote.Add(_walk, _at.Index(index), _left.Items[index]!);
        return same;
    }

    /// <summary>Compares on from an index up to the next difference.</summary>
    private int? Next(int start, bool isFirst)
    {
        for (var i = start; i < _end && !_walk.Budget.IsSpent; i++)
        {
            if (_primitives is not null && (i = _primitives.NextDifference(i)) >= _end)
                return null;
            if (_walk.AreEqualAtOnce(_left.Items[i], _right.Items[i]))
                continue;
            var notes = _walk.Findings.NoteCount;
            if (!CompareAt(i, isFirst && _at.IsRoot))
                return i;
            if (ReferenceNote.IsNeeded(_left.Items[i], _right.Items[i]))
            {
                _walk.Findings.DropNotes(notes);
                _sameContents ??= i;
            }

            _isTooLate |= _walk.ComparesElements && (_sameContents is not null || _walk.Findings.NoteCount > notes);
        }

        return null;
    }

    private bool CompareAt(int index, bool saysFirst)
    {
        var (left, right) = (_left.Items[index], _right.Items[index]);
        var place = _at.Index(index);
        if (!saysFirst)
            return _walk.Compare(place, left, right);
        var first = $"{(_isTooLate ? "the contents first differ" : "first difference")} at index {index}";
        if (!DifferenceWalk.Opens(left, right))
            return _walk.Compare(place.Called(first), left, right);

        var mark = _walk.Findings.Mark;
        var same = _walk.Compare(place, left, right);
        if (!same)
            _walk.Findings.AddHeading(mark, first);
        return same;
    }

    /// <summary>Adds what is to say after the first difference.</summary>
    private void CompareRest(int first)
    {
        var shift = new SequenceShift(_walk, _left, _right, first);
        if (shift.IsInsertion)
        {
            AddInsertion(shift, first);
            return;
        }

        var others = 0;
        var mark = _walk.Findings.Mark;
        var isShifted = false;
        for (var i = Next(first + 1, isFirst: false); i is not null; i = isShifted ? null : Next(i.Value + 1, isFirst: false))
            isShifted = ++others <= MaxShiftsSought && AddShift(new SequenceShift(_walk, _left, _right, i.Value), i.Value);
        if (!_walk.Budget.IsSpent && !isShifted)
            AddExtra();
        if (_left.IsCut && _right.IsCut)
            _walk.Budget.LeaveAfter(_end);
        if (others > 0)
            AddOverview(mark, first, shift);
    }

    private bool HaveEqualEnds() =>
        _left.Count == _right.Count || (_left.Count < _right.Count ? !_left.IsComplete : !_right.IsComplete);

    /// <summary>Adds the elements that only one side has, if the other is known to end before them.</summary>
    private void AddExtra()
    {
        if (_left.Count > _end && _right.IsComplete)
            AddOnly("left", _left);
        if (_right.Count > _end && _left.IsComplete)
            AddOnly("right", _right);
    }

    private void AddOnly(string side, Sequence sequence) => _walk.Findings.Add(() =>
        $"{Place}only in {side}, from index {_end}: {_walk.List(sequence.Items.Skip(_end), sequence.IsComplete ? sequence.Count - _end : null)}");

    /// <summary>Adds the elements by which one side is longer, where the rest is equal.</summary>
    private void AddInsertion(SequenceShift shift, int first)
    {
        var (longer, side, other) = _left.Count > _right.Count ? (_left, "left", "right") : (_right, "right", "left");
        _walk.Findings.Add(() => $"{Place}only in {side}, at index {first}: {_walk.List(longer.Items.Skip(first).Take(shift.Length), shift.Length)}");
        _walk.Findings.AddNote($"{Place}{side} is {other} with {Findings.Count(shift.Length, "element")} inserted at index {first}");
    }

    /// <summary>Adds what several differences have in common.</summary>
    private void AddOverview(int mark, int first, SequenceShift shift)
    {
        if (first >= _walk.Detail.Values.MaxElements && _at.IsRoot)
            AddNeighbours(mark, first);
        if (shift.HasSameElements())
            _walk.Findings.AddNote($"{Place}the elements are equal, but in another order");
        else
            AddShift(shift, first);
    }

    /// <summary>Adds that one side goes on like the other from another index on, if it does.</summary>
    private bool AddShift(SequenceShift shift, int first)
    {
        if (shift.Find() is not { } moved)
            return false;
        _walk.Findings.AddNote($"{Place}from index {first} on, right looks like left with {moved}");
        return true;
    }

    /// <summary>Adds the elements of both sides around a difference that is not among those that values show.</summary>
    private void AddNeighbours(int mark, int index)
    {
        _walk.Findings.AddHeading(mark, $"  left:  {Neighbours(_left, index)}");
        _walk.Findings.AddHeading(mark + 1, $"  right: {Neighbours(_right, index)}");
    }

    private string Neighbours(Sequence sequence, int index)
    {
        var first = Math.Max(index - Around, 0);
        var shown = sequence.Items.Skip(first).Take(index + Around - first + 1).ToList();
        var more = sequence.Count > first + shown.Count || !sequence.IsComplete ? ", ..." : "";
        return $"[{(first > 0 ? "..., " : "")}{_walk.List(shown, shown.Count)}{more}]";
    }
}
