namespace IpytestNet.Assertions.Differences;

/// <summary>Whether two collections that differ from an index on would be equal if elements were inserted, removed or ordered.</summary>
/// <param name="walk">The walk that asks.</param>
/// <param name="left">The left elements.</param>
/// <param name="right">The right elements.</param>
/// <param name="first">The first index at which they differ.</param>
internal sealed class SequenceShift(DifferenceWalk walk, Sequence left, Sequence right, int first)
{
    private const int MaxMoved = 3;

    // Of fewer elements some are equal by chance.
    private const int MinEqual = 3;

    private const int MaxCounted = 10_000;

    private readonly DifferenceWalk _aside = walk.Aside();
    private bool? _isInsertion;

    /// <summary>By how many elements one side is longer.</summary>
    public int Length => Math.Abs(left.Count - right.Count);

    /// <summary>Whether one side is the other with that many elements inserted at the first difference.</summary>
    public bool IsInsertion => _isInsertion ??= left.IsComplete && right.IsComplete && Length > 0
        && (left.Count > right.Count ? AreEqual(first + Length, first) : AreEqual(first, first + Length));

    /// <summary>Tells whether both sides have the same elements.</summary>
    public bool HasSameElements()
    {
        if (!left.IsComplete || !right.IsComplete || Length > 0 || left.Count > MaxCounted)
            return false;
        var counts = new Dictionary<ContentKey, int>(new ContentComparer(_aside, _aside.IgnoresCase ? StringComparer.OrdinalIgnoreCase : null));
        foreach (var item in left.Items)
            counts[new(item)] = counts.GetValueOrDefault(new(item)) + 1;
        return right.Items.All(item => TakeOne(counts, new(item))) && _aside.Budget.Limit is null;
    }

    /// <summary>Tells what would make the right from the left: <c>1 element removed</c>; null if nothing simple would.</summary>
    public string? Find()
    {
        for (var count = 1; count <= MaxMoved; count++)
        {
            if (Math.Max(left.Count, right.Count) - first - count < MinEqual)
                return null;
            if (AreEqual(first + count, first))
                return $"{Findings.Count(count, "element")} removed";
            if (AreEqual(first, first + count))
                return $"{Findings.Count(count, "element")} inserted";
        }

        return null;
    }

    /// <summary>Tells whether the left from one index on is the right from another on, as long as both go on.</summary>
    private bool AreEqual(int leftStart, int rightStart)
    {
        var count = Math.Min(left.Count - leftStart, right.Count - rightStart);
        for (var i = 0; i < count; i++)
        {
            if (!_aside.AreEqualAtOnce(left.Items[leftStart + i], right.Items[rightStart + i])
                && !_aside.AreSame(left.Items[leftStart + i], right.Items[rightStart + i]))
                return false;
            if (_aside.Budget.Limit is not null)
                return false;
        }

        return count > 0 || IsAtEnd(leftStart, rightStart);
    }

    private bool IsAtEnd(int leftStart, int rightStart) => leftStart == left.Count && rightStart == right.Count;

    private static bool TakeOne(Dictionary<ContentKey, int> counts, ContentKey key) =>
        counts.TryGetValue(key, out var count) && counts.Remove(key) && (count == 1 || counts.TryAdd(key, count - 1));
}
