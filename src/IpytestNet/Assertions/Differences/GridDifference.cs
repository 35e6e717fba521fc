namespace IpytestNet.Assertions.Differences;

/// <summary>Two arrays of several dimensions that differ.</summary>
internal static class GridDifference
{
    /// <summary>Compares two arrays of several dimensions.</summary>
    public static bool Compare(DifferenceWalk walk, ValuePath at, Array left, Array right)
    {
        if (!Lengths(left).SequenceEqual(Lengths(right)))
        {
            walk.Findings.Add(() => $"{at.Prefix}the lengths differ: [{string.Join(", ", Lengths(left))}] and [{string.Join(", ", Lengths(right))}]");
            return false;
        }

        var same = true;
        var places = Lengths(left).Contains(0) ? [] : Places(left);
        foreach (var place in places.TakeWhile(_ => !walk.Budget.IsSpent && (same || !walk.IsSilent)))
            same &= CompareAt(walk, at, left, right, place, isFirst: same);
        return same;
    }

    private static bool CompareAt(DifferenceWalk walk, ValuePath at, Array left, Array right, int[] place, bool isFirst)
    {
        var (first, second) = (left.GetValue(place), right.GetValue(place));
        var path = at.Index(place);
        if (isFirst && at.IsRoot && !DifferenceWalk.Opens(first, second))
            path = path.Called($"first difference at index [{string.Join(", ", place)}]");
        return walk.Compare(path, first, second);
    }

    private static IEnumerable<int> Lengths(Array array) => Enumerable.Range(0, array.Rank).Select(array.GetLength);

    /// <summary>Lists the indices of all elements, each in an array of its own.</summary>
    private static IEnumerable<int[]> Places(Array array)
    {
        var place = Enumerable.Range(0, array.Rank).Select(array.GetLowerBound).ToArray();
        for (var dimension = 0; dimension >= 0;)
        {
            yield return [.. place];
            for (dimension = array.Rank - 1; dimension >= 0 && place[dimension] == array.GetUpperBound(dimension); dimension--)
                place[dimension] = array.GetLowerBound(dimension);
            if (dimension >= 0)
                place[dimension]++;
        }
    }
}
