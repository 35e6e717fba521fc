using System.Collections;
using System.Reflection;

namespace IpytestNet.Values;

/// <summary>The first elements of a collection or sequence, read once.</summary>
/// <param name="Items">The elements that were read.</param>
/// <param name="Count">How many there are in all; null if only enumerating to the end would tell.</param>
/// <param name="HasMore">Whether there are more than were read.</param>
internal sealed record Elements(IReadOnlyList<object?> Items, int? Count, bool HasMore)
{
    /// <summary>Whether the elements are the entries of a dictionary.</summary>
    public bool IsDictionary { get; init; }

    /// <summary>Whether the elements are bytes, which are written in hexadecimal.</summary>
    public bool AreBytes { get; init; }

    /// <summary>What to show for the rest if the user's enumerator threw; null if it did not.</summary>
    public string? Problem { get; init; }

    /// <summary>Reads the first elements; an exception of the user's code ends the reading and becomes the <see cref="Problem"/>.</summary>
    public static Elements Read(IEnumerable source, int limit)
    {
        const string member = "enumerator";
        var type = source.GetType();
        var items = new List<object?>();
        var elements = new Elements([], Count: null, HasMore: false)
        {
            IsDictionary = IsDictionaryType(type),
            AreBytes = source is IEnumerable<byte>,
        };
        try
        {
            var (count, hasMore) = UserCode.Call(type, member, () => Take(source, limit, items));
            return elements with { Items = items, Count = count, HasMore = hasMore };
        }
        catch (Exception e) when (!UserCode.IsStopped(e))
        {
            return elements with { Items = SoFar(items), Problem = ValueText.Threw(member, e) };
        }
    }

    /// <summary>Tells whether a sequence holds its elements, so that reading them makes nothing happen.</summary>
    public static bool IsCollection(IEnumerable source) =>
        source is ICollection || CountProperty(source.GetType()) is not null || IsGrouped(source.GetType());

    /// <summary>Tells whether a type is of those that <c>GroupBy</c> and <c>ToLookup</c> give, which hold what they have grouped.</summary>
    public static bool IsGrouped(Type type) =>
        type is { IsGenericType: true, Namespace: "System.Linq", Name: "Grouping`2" or "Lookup`2" } && type.Assembly == typeof(Enumerable).Assembly;

    private static (int? Count, bool HasMore) Take(IEnumerable source, int limit, List<object?> items)
    {
        var count = CountOf(source);
        var enumerator = source.GetEnumerator();
        using (enumerator as IDisposable)
        {
            while (items.Count < limit && enumerator.MoveNext())
            {
                lock (items)
                    items.Add(enumerator.Current);
            }

            return (count, HasMore: count is { } known ? known > items.Count : items.Count == limit && enumerator.MoveNext());
        }
    }

    // An enumerator that was left behind may still go on.
    private static List<object?> SoFar(List<object?> items)
    {
        lock (items)
            return [.. items];
    }

    private static int? CountOf(IEnumerable source) =>
        source is ICollection collection
            ? collection.Count
            : (int?)CountProperty(source.GetType())?.GetValue(source, BindingFlags.DoNotWrapExceptions, binder: null, index: null, culture: null);

    private static PropertyInfo? CountProperty(Type type) =>
        (InterfaceOf(type, typeof(IReadOnlyCollection<>)) ?? InterfaceOf(type, typeof(ICollection<>)))?.GetProperty(nameof(ICollection.Count));

    private static bool IsDictionaryType(Type type) =>
        typeof(IDictionary).IsAssignableFrom(type)
        || InterfaceOf(type, typeof(IReadOnlyDictionary<,>)) is not null
        || InterfaceOf(type, typeof(IDictionary<,>)) is not null;

    /// <summary>Gives the interface of a generic definition that a type implements, or null.</summary>
    public static Type? InterfaceOf(Type type, Type definition) =>
        type.GetInterfaces().FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == definition);
}
