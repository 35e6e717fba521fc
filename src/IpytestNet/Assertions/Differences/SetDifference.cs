using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Assertions.Differences;

/// <summary>Two collections of which each has elements that the other lacks.</summary>
internal static class SetDifference
{
    /// <summary>Compares two collections as sets.</summary>
    /// <param name="walk">The walk.</param>
    /// <param name="at">Where they are.</param>
    /// <param name="left">The left collection.</param>
    /// <param name="right">The right collection.</param>
    /// <param name="asked">Which elements count: for a subset those that the right lacks, for a superset those that the left lacks.</param>
    public static bool Compare(DifferenceWalk walk, ValuePath at, object left, object right, Asked asked)
    {
        var search = SetProbe.Fits(left, right)
            ? (SetProbe.OnlyIn(left, right, walk.Budget), SetProbe.OnlyIn(right, left, walk.Budget))
            : Search(walk, left, right);
        if (search is not { } found)
            return ScalarDifference.Add(walk, at, left, right);
        var onlyLeft = asked is not Asked.Superset && Add(walk, at, "left", found.OnlyLeft);
        var onlyRight = asked is not Asked.Subset && Add(walk, at, "right", found.OnlyRight);
        return !onlyLeft && !onlyRight;
    }

    private static (Sequence OnlyLeft, Sequence OnlyRight)? Search(DifferenceWalk walk, object left, object right)
    {
        if (Sequence.Read(left, walk.Budget) is not { } leftItems || Sequence.Read(right, walk.Budget) is not { } rightItems)
            return null;
        var comparer = ContentComparer.For(walk, left);
        return (OnlyIn(walk, leftItems, rightItems, comparer), OnlyIn(walk, rightItems, leftItems, comparer));
    }

    private static Sequence OnlyIn(DifferenceWalk walk, Sequence items, Sequence others, ContentComparer comparer)
    {
        // An element that was not found may be among those that were not read.
        if (!others.IsComplete || !items.IsComplete)
            walk.Budget.LeaveAfter(items.Items.Count);
        if (!others.IsComplete)
            return new Sequence([]);
        var known = others.Items.Select(item => new ContentKey(item)).ToHashSet(comparer);
        return new Sequence([.. items.Items.Where(item => !known.Contains(new(item)))]) { IsComplete = items.IsComplete };
    }

    private static bool Add(DifferenceWalk walk, ValuePath at, string side, Sequence only)
    {
        if (only.Items.Count > 0 && !walk.IsSilent)
            walk.Findings.Add(() => $"{at.Prefix}only in {side}: {walk.List(only.Items, only.IsComplete ? only.Items.Count : null)}");
        return only.Items.Count > 0;
    }
}
