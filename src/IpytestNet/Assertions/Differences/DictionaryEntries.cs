using System.Collections;
using IpytestNet.Values;

namespace IpytestNet.Assertions.Differences;

/// <summary>The entries of a dictionary by their keys, as far as they were read.</summary>
/// <param name="ByKey">The entries.</param>
/// <param name="IsComplete">Whether there are no others.</param>
internal sealed record DictionaryEntries(Dictionary<ContentKey, object?> ByKey, bool IsComplete)
{
    /// <summary>Reads a dictionary, or a collection of keys with values; null if it is none, a key comes twice, or its own code throws.</summary>
    public static DictionaryEntries? Read(object collection, WorkBudget budget, ContentComparer comparer)
    {
        // What is generic yields pairs whose type has to be looked at one by one.
        var source = collection is IDictionary dictionary && ValueKinds.IsFramework(collection.GetType()) ? new Entries(dictionary) : collection;
        if (Sequence.Read(source, budget) is not { } items)
            return null;
        var entries = new Dictionary<ContentKey, object?>(comparer);
        foreach (var item in items.Items)
        {
            if (item is null || Entry.Of(item) is not { } entry || !entries.TryAdd(new(entry.Key), entry.Value))
                return null;
        }

        return new DictionaryEntries(entries, items.IsComplete);
    }

    private sealed class Entries(IDictionary dictionary) : IEnumerable
    {
        public IEnumerator GetEnumerator() => dictionary.GetEnumerator();
    }
}
