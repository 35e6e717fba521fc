using System.Runtime.CompilerServices;
using IpytestNet.Assertions.Conditions;
using IpytestNet.Values;

namespace IpytestNet.Assertions.Differences;

/// <summary>Walks through two values side by side and notes where they differ.</summary>
internal sealed class DifferenceWalk(Detail detail)
{
    private const int MaxDepth = 100;

    private readonly Dictionary<ObjectPair, (bool AreSame, ValuePath At)> _seen = [];

    /// <summary>How much is said.</summary>
    public Detail Detail { get; } = detail;

    /// <summary>What was found.</summary>
    public Findings Findings { get; } = new(detail.MaxLines);

    /// <summary>The work that is left.</summary>
    public WorkBudget Budget { get; private init; } = new();

    /// <summary>Whether nobody reads the findings, so that the first difference ends the comparison.</summary>
    public bool IsSilent { get; private init; }

    /// <summary>Whether each two elements of the collections at the root were compared on their own, by their equality.</summary>
    public bool ComparesElements { get; init; }

    /// <summary>Whether letters that differ in case are equal.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>Makes a walk that only tells whether values have equal contents, for a hint that may also be left out.</summary>
    public DifferenceWalk Aside() => new(Detail) { IsSilent = true, IgnoresCase = IgnoresCase };

    /// <summary>Tells whether two values have equal contents.</summary>
    public bool AreSame(object? left, object? right) =>
        new DifferenceWalk(Detail) { Budget = Budget, IsSilent = true, IgnoresCase = IgnoresCase }.Compare(ValuePath.Root, left, right);

    /// <summary>Compares two values, and adds to the findings how they differ.</summary>
    /// <returns>Whether their contents are equal, as far as the budget allowed to see.</returns>
    public bool Compare(ValuePath at, object? left, object? right)
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left is null || right is null)
            return ScalarDifference.Add(this, at, left, right);
        if (IsTooDeep(at) || !Budget.Spend())
            return true;
        return left.GetType().IsValueType || right.GetType().IsValueType || left is string || right is string
            ? CompareByKind(at, left, right)
            : CompareOnce(at, left, right);
    }

    /// <summary>Tells whether two values are of one simple type and equal, which most elements are.</summary>
    public bool AreEqualAtOnce(object? left, object? right)
    {
        if (left is null || right is null || left.GetType() != right.GetType() || !(left is string || ValueKinds.Of(left.GetType()) is ValueKind.Scalar))
            return ReferenceEquals(left, right);
        return left.Equals(right) && Budget.Spend();
    }

    /// <summary>Tells whether two values are compared part by part.</summary>
    public static bool Opens(object? left, object? right) =>
        left is not null && right is not null && (CommonKind(left, right) ?? ValueKind.Opaque) is not (ValueKind.Scalar or ValueKind.Text or ValueKind.Opaque);

    /// <summary>Writes a value.</summary>
    public string Text(object? value) => ValueText.Of(value, Detail.Values);

    /// <summary>Writes values one after the other, as many as a message may show.</summary>
    /// <param name="values">The values.</param>
    /// <param name="count">How many there are in all; null if that is not known.</param>
    public string List(IEnumerable<object?> values, int? count)
    {
        var texts = new List<string>();
        var room = Detail.Values.MaxLength;
        foreach (var value in values.Take(Detail.Values.MaxElements).TakeWhile(_ => room > 0))
        {
            texts.Add(Text(value));
            room -= texts[^1].Length;
        }

        if (count is null)
            texts.Add("...");
        else if (count > texts.Count)
            texts.Add($"... {count - texts.Count} more");
        return string.Join(", ", texts);
    }

    /// <summary>Ends the walk.</summary>
    /// <param name="isSame">Whether no difference was found.</param>
    /// <param name="hint">What to say if the contents are equal.</param>
    public Difference Conclude(bool isSame, Func<string> hint)
    {
        if (Budget.Limit is { } limit)
            Findings.AddFootnote(isSame ? $"{limit}: no difference was found" : limit);
        var isEqual = isSame && Budget.Limit is null;
        if (isEqual && Findings.NoteCount == 0)
            Findings.AddNote(hint());
        return new Difference(Findings.ToLines(), Findings.Notes) { ContentsAreEqual = isEqual };
    }

    private bool IsTooDeep(ValuePath at)
    {
        if (at.Depth <= MaxDepth && RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return false;
        Budget.LeaveBelow(at.Depth);
        return true;
    }

    /// <summary>Compares two objects that may be met again, also within themselves.</summary>
    private bool CompareOnce(ValuePath at, object left, object right)
    {
        var pair = new ObjectPair(left, right);
        if (_seen.TryGetValue(pair, out var known))
        {
            if (!known.AreSame)
                Findings.Add(() => $"{at.Prefix}differs as {known.At} does");
            return known.AreSame;
        }

        // As long as they are being compared, meeting them again says nothing new.
        _seen[pair] = (AreSame: true, at);
        var same = CompareByKind(at, left, right);
        _seen[pair] = (same, at);
        return same;
    }

    private bool CompareByKind(ValuePath at, object left, object right) => CommonKind(left, right) switch
    {
        ValueKind.Text => StringDifference.CompareTexts(this, at, left, right),
        ValueKind.Sequence => SequenceDifference.Compare(this, at, left, right),
        ValueKind.Grid => GridDifference.Compare(this, at, (Array)left, (Array)right),
        ValueKind.Set => SetDifference.Compare(this, at, left, right, Asked.SetEqual),
        ValueKind.Dictionary => DictionaryDifference.Compare(this, at, left, right),
        ValueKind.Json => JsonDifference.Compare(this, at, left, right),
        ValueKind.Members => MemberDifference.Compare(this, at, left, right),
        ValueKind.Scalar when left.GetType() == right.GetType() && left.Equals(right) => true,
        _ => ScalarDifference.Add(this, at, left, right),
    };

    private static ValueKind? CommonKind(object left, object right)
    {
        var (first, second) = (ValueKinds.Of(left.GetType()), ValueKinds.Of(right.GetType()));
        if (first == second)
            return first is ValueKind.Sequence && DictionaryDifference.Fits(left, right) ? ValueKind.Dictionary : first;
        return IsCollection(first) && IsCollection(second) ? ValueKind.Sequence : null;
    }

    private static bool IsCollection(ValueKind kind) => kind is ValueKind.Sequence or ValueKind.Set or ValueKind.Dictionary;

    /// <summary>Two objects, each compared by reference.</summary>
    private readonly record struct ObjectPair(object Left, object Right)
    {
        public bool Equals(ObjectPair other) => ReferenceEquals(Left, other.Left) && ReferenceEquals(Right, other.Right);

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Left), RuntimeHelpers.GetHashCode(Right));
    }
}
