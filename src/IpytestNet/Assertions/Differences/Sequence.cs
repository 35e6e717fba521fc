using System.Collections;
using IpytestNet.Assertions.Conditions;
using IpytestNet.Values;

namespace IpytestNet.Assertions.Differences;

/// <summary>The elements of a collection, as far as they were read.</summary>
/// <param name="Items">The elements.</param>
internal sealed record Sequence(IReadOnlyList<object?> Items)
{
    /// <summary>Whether there are no elements after those that were read.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Whether reading was ended for lack of budget.</summary>
    public bool IsCut { get; init; }

    /// <summary>The number of elements that were read.</summary>
    public int Count => Items.Count;

    /// <summary>Reads a collection; null if it is none, or its own code throws or does not return.</summary>
    public static Sequence? Read(object collection, WorkBudget budget, int limit = WorkBudget.MaxElements)
    {
        if (collection is IRecording recording)
            return new Sequence(recording.Yielded) { IsComplete = recording.IsComplete && recording.Count == recording.Yielded.Count };
        if (collection is not IEnumerable elements)
            return null;
        try
        {
            return UserCode.Call(collection.GetType(), "enumerator", () => ReadElements(elements, budget, limit));
        }
        catch (Exception e) when (!UserCode.IsStopped(e))
        {
            // The user's enumerator threw or hung; the message shows the value, and that it does.
            return null;
        }
    }

    /// <summary>Takes an array or list as it is; others are read.</summary>
    public static Sequence? Of(object collection, WorkBudget budget) =>
        ListItems.Fits(collection)
            ? new Sequence(new ListItems((IList)collection)) { IsComplete = true }
            : Read(collection, budget);

    private static Sequence ReadElements(IEnumerable elements, WorkBudget budget, int limit)
    {
        var areBytes = elements is IEnumerable<byte>;
        var isOfUser = !ValueKinds.IsFramework(elements.GetType());
        var items = new List<object?>();
        var isComplete = true;
        foreach (var item in elements)
        {
            isComplete = items.Count < limit && !(isOfUser && budget.IsLate(items.Count));
            if (!isComplete)
                break;
            items.Add(areBytes && item is byte number ? new HexByte(number) : item);
        }

        return new Sequence(items) { IsComplete = isComplete, IsCut = !isComplete };
    }
}
