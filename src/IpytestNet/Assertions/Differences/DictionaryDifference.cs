using IpytestNet.Values;

namespace IpytestNet.Assertions.Differences;

/// <summary>Two dictionaries that differ in keys or values.</summary>
internal static class DictionaryDifference
{
    /// <summary>Tells whether two collections are of keys with values.</summary>
    public static bool Fits(object left, object right) => Fits(left.GetType()) && Fits(right.GetType());

    /// <summary>Compares two dictionaries key by key.</summary>
    public static bool Compare(DifferenceWalk walk, ValuePath at, object left, object right)
    {
        var comparer = ContentComparer.For(walk, left);
        return DictionaryEntries.Read(left, walk.Budget, comparer) is { } leftEntries
            && DictionaryEntries.Read(right, walk.Budget, comparer) is { } rightEntries
            ? Compare(walk, at, leftEntries, rightEntries)
            : SequenceDifference.Compare(walk, at, left, right);
    }

    private static bool Fits(Type type) =>
        ValueKinds.Of(type) is ValueKind.Dictionary
        || ValueKinds.Of(type) is ValueKind.Sequence
        && Elements.InterfaceOf(type, typeof(IEnumerable<>))?.GenericTypeArguments[0] is { IsGenericType: true } element
        && element.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private static bool Compare(DifferenceWalk walk, ValuePath at, DictionaryEntries left, DictionaryEntries right)
    {
        if (!left.IsComplete || !right.IsComplete)
            walk.Budget.LeaveAfter(Math.Min(left.ByKey.Count, right.ByKey.Count));
        var equal = 0;
        var both = 0;
        foreach (var (key, value) in left.ByKey)
        {
            if (!right.ByKey.TryGetValue(key, out var other))
                continue;
            both++;
            if (walk.Compare(at.Key(key.Value, walk.Detail.Values), value, other))
                equal++;
        }

        AddOnly(walk, at, "left", left, right);
        AddOnly(walk, at, "right", right, left);
        var same = equal == both && left.ByKey.Count == both && right.ByKey.Count == both;
        if (!same && equal > 0 && at.IsRoot && walk.Budget.Limit is null)
            walk.Findings.AddFootnote($"({(equal == 1 ? "1 equal entry" : FormattableString.Invariant($"{equal:N0} equal entries"))} omitted)");
        return same;
    }

    private static void AddOnly(DifferenceWalk walk, ValuePath at, string side, DictionaryEntries entries, DictionaryEntries others)
    {
        // A key that was not found may be among those that were not read.
        if (!others.IsComplete || walk.IsSilent)
            return;
        foreach (var (key, value) in entries.ByKey.Where(entry => !others.ByKey.ContainsKey(entry.Key)))
            walk.Findings.Add(() => $"{at.Prefix}only in {side}: [{walk.Text(key.Value)}] = {walk.Text(value)}");
    }
}
