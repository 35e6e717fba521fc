namespace IpytestNet.Assertions.Differences;

/// <summary>
/// Finds the changed lines between two texts in about linear time: lines that occur once on both sides are anchors (patience diff),
/// small stretches between them are compared exactly.
/// </summary>
internal sealed class LineDiff
{
    private const int MaxCells = 40_000;
    private const int MaxDepth = 20;

    private readonly int[] _left;
    private readonly int[] _right;
    private readonly List<LineChange> _changes = [];

    private LineDiff(int[] left, int[] right) => (_left, _right) = (left, right);

    /// <summary>Finds the changes, in order; between two of them there is at least one equal line.</summary>
    public static IReadOnlyList<LineChange> Between(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var diff = new LineDiff([.. left.Select(NumberOf)], [.. right.Select(NumberOf)]);
        diff.Compare(0, left.Count, 0, right.Count, depth: 0);
        return diff._changes;

        int NumberOf(string line)
        {
            if (!numbers.TryGetValue(line, out var number))
                numbers[line] = number = numbers.Count;
            return number;
        }
    }

    private void Compare(int left, int leftEnd, int right, int rightEnd, int depth)
    {
        while (left < leftEnd && right < rightEnd && _left[left] == _right[right])
            (left, right) = (left + 1, right + 1);
        while (left < leftEnd && right < rightEnd && _left[leftEnd - 1] == _right[rightEnd - 1])
            (leftEnd, rightEnd) = (leftEnd - 1, rightEnd - 1);

        if (left == leftEnd || right == rightEnd)
            Change(left, leftEnd, right, rightEnd);
        else if ((long)(leftEnd - left) * (rightEnd - right) <= MaxCells)
            Match(LongestCommon(left, leftEnd, right, rightEnd), left, leftEnd, right, rightEnd);
        else
            CompareBetweenAnchors(left, leftEnd, right, rightEnd, depth);
    }

    private void CompareBetweenAnchors(int left, int leftEnd, int right, int rightEnd, int depth)
    {
        var anchors = depth < MaxDepth ? Anchors(left, leftEnd, right, rightEnd) : [];
        if (anchors.Count == 0)
        {
            Change(left, leftEnd, right, rightEnd);
            return;
        }

        foreach (var (anchorLeft, anchorRight) in anchors)
        {
            Compare(left, anchorLeft, right, anchorRight, depth + 1);
            (left, right) = (anchorLeft + 1, anchorRight + 1);
        }

        Compare(left, leftEnd, right, rightEnd, depth + 1);
    }

    /// <summary>Notes what lies between equal lines.</summary>
    private void Match(IEnumerable<(int Left, int Right)> equal, int left, int leftEnd, int right, int rightEnd)
    {
        foreach (var (equalLeft, equalRight) in equal)
        {
            Change(left, equalLeft, right, equalRight);
            (left, right) = (equalLeft + 1, equalRight + 1);
        }

        Change(left, leftEnd, right, rightEnd);
    }

    private void Change(int left, int leftEnd, int right, int rightEnd)
    {
        if (left < leftEnd || right < rightEnd)
            _changes.Add(new LineChange(left, leftEnd - left, right, rightEnd - right));
    }

    /// <summary>Finds a longest common subsequence in a table of lengths.</summary>
    private IEnumerable<(int Left, int Right)> LongestCommon(int left, int leftEnd, int right, int rightEnd)
    {
        var lengths = new int[leftEnd - left + 1, rightEnd - right + 1];
        for (var i = leftEnd - left - 1; i >= 0; i--)
        {
            for (var k = rightEnd - right - 1; k >= 0; k--)
            {
                lengths[i, k] = _left[left + i] == _right[right + k]
                    ? lengths[i + 1, k + 1] + 1
                    : Math.Max(lengths[i + 1, k], lengths[i, k + 1]);
            }
        }

        for (var (i, k) = (0, 0); i < leftEnd - left && k < rightEnd - right;)
        {
            if (_left[left + i] == _right[right + k])
                yield return (left + i++, right + k++);
            else if (lengths[i + 1, k] >= lengths[i, k + 1])
                i++;
            else
                k++;
        }
    }

    /// <summary>Finds lines that occur once on both sides, as many as stand in the same order.</summary>
    private List<(int Left, int Right)> Anchors(int left, int leftEnd, int right, int rightEnd)
    {
        var onLeft = OnlyOnce(_left, left, leftEnd);
        var onRight = OnlyOnce(_right, right, rightEnd);
        var pairs = onLeft
            .Where(line => line.Value >= 0 && onRight.GetValueOrDefault(line.Key, -1) >= 0)
            .Select(line => (Left: line.Value, Right: onRight[line.Key]))
            .OrderBy(pair => pair.Left);
        return LongestRise([.. pairs]);
    }

    /// <summary>Gives the index of each line, or -1 if it occurs more than once.</summary>
    private static Dictionary<int, int> OnlyOnce(int[] lines, int start, int end)
    {
        var indices = new Dictionary<int, int>();
        for (var i = start; i < end; i++)
            indices[lines[i]] = indices.ContainsKey(lines[i]) ? -1 : i;
        return indices;
    }

    /// <summary>Finds a longest subsequence in which the right indices rise, by the tops of patience piles.</summary>
    private static List<(int Left, int Right)> LongestRise(List<(int Left, int Right)> pairs)
    {
        var tops = new List<int>();
        var previous = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var pile = tops.BinarySearch(i, Comparer<int>.Create((a, b) => pairs[a].Right.CompareTo(pairs[b].Right)));
            pile = pile < 0 ? ~pile : pile;
            previous[i] = pile > 0 ? tops[pile - 1] : -1;
            if (pile == tops.Count)
                tops.Add(i);
            else
                tops[pile] = i;
        }

        var rise = new List<(int Left, int Right)>();
        for (var i = tops.Count > 0 ? tops[^1] : -1; i >= 0; i = previous[i])
            rise.Add(pairs[i]);
        rise.Reverse();
        return rise;
    }
}
