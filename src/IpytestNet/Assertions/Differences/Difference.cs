using IpytestNet.Assertions.Conditions;
using IpytestNet.Values;

namespace IpytestNet.Assertions.Differences;

/// <summary>How two values differ.</summary>
/// <param name="Lines">The differences in lines; further lines of one difference are indented.</param>
/// <param name="Notes">Hints, without <c>note: </c> before them.</param>
internal sealed record Difference(IReadOnlyList<string> Lines, IReadOnlyList<string> Notes)
{
    /// <summary>Whether everything that can be read of the two values is equal.</summary>
    /// <value>Default false. If true, there are no lines, and a note says it.</value>
    public bool ContentsAreEqual { get; init; }

    /// <summary>Explains how two values differ, by what they are at run time; no equality of the user's is asked.</summary>
    public static Difference Of(object? left, object? right, Detail detail)
    {
        if (FloatingPoint.IsNaN(left) || FloatingPoint.IsNaN(right))
            return new Difference([], [FloatingPoint.NaNHint(FloatingPoint.IsNaN(left) ? left! : right!)]);
        return left is null || right is null
            ? new Difference([], [])
            : Walk(new DifferenceWalk(detail), walk => walk.Compare(ValuePath.Root, left, right), () => EqualContents.Hint(left, right));
    }

    /// <summary>Explains how two collections differ whose elements were compared one by one, in the order in which they yield them.</summary>
    /// <param name="left">The left collection.</param>
    /// <param name="right">The right collection.</param>
    /// <param name="detail">How much is said.</param>
    /// <param name="ignoresCase">Whether letters that differ in case are equal.</param>
    public static Difference OfSequences(object? left, object? right, Detail detail, bool ignoresCase = false) => left is null || right is null
        ? Of(left, right, detail)
        : Walk(
            new DifferenceWalk(detail) { ComparesElements = true, IgnoresCase = ignoresCase },
            walk => (!DictionaryDifference.Fits(left, right) || DictionaryDifference.Compare(walk, ValuePath.Root, left, right))
                && SequenceDifference.Compare(walk, ValuePath.Root, left, right),
            () => EqualContents.Said);

    /// <summary>Explains how two collections differ in any order.</summary>
    /// <param name="left">The set that was asked.</param>
    /// <param name="right">The collection that it was compared with.</param>
    /// <param name="asked">What was asked: for a subset only what the right lacks counts, for a superset only what the left lacks.</param>
    /// <param name="detail">How much is said.</param>
    public static Difference OfSets(object? left, object? right, Asked asked, Detail detail) => left is null || right is null
        ? Of(left, right, detail)
        : Walk(new DifferenceWalk(detail), walk => SetDifference.Compare(walk, ValuePath.Root, left, right, asked), () => EqualContents.OfElements(left));

    /// <summary>Explains how two strings differ under a comparison.</summary>
    public static Difference OfStrings(string? left, string? right, StringComparison comparison, Detail detail) => left is null || right is null
        ? Of(left, right, detail)
        : Walk(new DifferenceWalk(detail), walk => StringDifference.Compare(walk, ValuePath.Root, left, right, IgnoresCase(comparison)), () => EqualContents.Said);

    private static Difference Walk(DifferenceWalk walk, Func<DifferenceWalk, bool> compare, Func<string> hint)
    {
        try
        {
            return walk.Conclude(compare(walk), hint);
        }
        catch (Exception e) when (!UserCode.IsStopped(e))
        {
            // Another thread may change the values meanwhile; the assertion has failed all the same, and its message must come.
            return new Difference([], []);
        }
    }

    private static bool IgnoresCase(StringComparison comparison) =>
        comparison is StringComparison.OrdinalIgnoreCase or StringComparison.InvariantCultureIgnoreCase or StringComparison.CurrentCultureIgnoreCase;
}
