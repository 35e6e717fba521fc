using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IpytestNet.Values;

namespace IpytestNet.Assertions.Differences;

/// <summary>Two JSON documents that differ: where, by path.</summary>
internal static class JsonDifference
{
    /// <summary>Compares two values of JSON; the order of properties does not count.</summary>
    public static bool Compare(DifferenceWalk walk, ValuePath at, object left, object right)
    {
        try
        {
            return CompareParts(walk, at.IsRoot ? ValuePath.Json : at, left, right);
        }
        catch (Exception e) when (!UserCode.IsStopped(e))
        {
            // A document may be disposed, and a node may hold an object of the user's that cannot be written.
            return ScalarDifference.Add(walk, at, left, right);
        }
    }

    private static bool CompareParts(DifferenceWalk walk, ValuePath at, object? left, object? right)
    {
        if (!walk.Budget.Spend())
            return true;
        switch (JsonPart.Of(left), JsonPart.Of(right))
        {
            case (JsonPart.Object first, JsonPart.Object second):
                return CompareObjects(walk, at, first.Properties, second.Properties);
            case (JsonPart.Array first, JsonPart.Array second):
                return CompareArrays(walk, at, first.Items, second.Items);
            case (JsonPart.Text first, JsonPart.Text second):
                return StringDifference.Compare(walk, at, first.Value, second.Value);
            case (JsonPart.Scalar first, JsonPart.Scalar second) when AreEqual(first.Written, second.Written):
                return true;
            default:
                walk.Findings.Add(() => $"{at.Prefix}{Written(walk, left)} != {Written(walk, right)}");
                return false;
        }
    }

    private static bool CompareObjects(DifferenceWalk walk, ValuePath at, IReadOnlyDictionary<string, object?> left, IReadOnlyDictionary<string, object?> right)
    {
        var same = true;
        foreach (var (name, value) in left.Where(property => right.ContainsKey(property.Key)))
            same &= CompareParts(walk, Property(at, name), value, right[name]);
        return AddOnly(walk, at, "left", left, right) & AddOnly(walk, at, "right", right, left) & same;
    }

    private static bool AddOnly(DifferenceWalk walk, ValuePath at, string side, IReadOnlyDictionary<string, object?> properties, IReadOnlyDictionary<string, object?> others)
    {
        var missing = properties.Where(property => !others.ContainsKey(property.Key)).ToList();
        foreach (var (name, value) in missing)
            walk.Findings.Add(() => $"only in {side}: {Property(at, name)} = {Written(walk, value)}");
        return missing.Count == 0;
    }

    private static bool CompareArrays(DifferenceWalk walk, ValuePath at, IReadOnlyList<object?> left, IReadOnlyList<object?> right)
    {
        var common = Math.Min(left.Count, right.Count);
        var same = left.Count == right.Count;
        for (var i = 0; i < common; i++)
            same &= CompareParts(walk, at.Index(i), left[i], right[i]);
        AddItems(walk, at, "left", left, common);
        AddItems(walk, at, "right", right, common);
        return same;
    }

    private static void AddItems(DifferenceWalk walk, ValuePath at, string side, IReadOnlyList<object?> items, int start)
    {
        for (var i = start; i < items.Count; i++)
            walk.Findings.Add(() => $"only in {side}: {at.Index(i)} = {Written(walk, items[i])}");
    }

    private static ValuePath Property(ValuePath at, string name) =>
        name.Length > 0 && name.All(character => char.IsLetterOrDigit(character) || character is '_')
            ? at.Member(name)
            : at.Key(name, ValueTextOptions.Assertion);

    private static bool AreEqual(string left, string right) =>
        left == right
        || decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var first)
        && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var second)
        && first == second;

    private static string Written(DifferenceWalk walk, object? value)
    {
        var limit = walk.Detail.Values.MaxLength;
        var text = JsonPart.Of(value) switch
        {
            JsonPart.Text { Value: var content } => Literal.OfString(content, limit, exact: true),
            JsonPart.Scalar { Written: var written } => written,
            _ => value is JsonNode node ? node.ToJsonString() : RootOf(value!).GetRawText(),
        };
        return text.Length > limit + 5 ? Literal.Start(text, limit) + "..." : text;
    }

    private static JsonElement RootOf(object value) => value is JsonDocument document ? document.RootElement : (JsonElement)value;
}
