using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using IpytestNet.Assertions.Conditions;
using IpytestNet.Values;

namespace IpytestNet.Assertions;

/// <summary>Reads the parts of a value that a pattern asks for.</summary>
internal static class PatternParts
{
    private const int MaxRead = 10_000;

    /// <summary>Reads the parts; null if only the user's code could do that.</summary>
    public static IReadOnlyList<PatternPart>? Of(object value, Pattern pattern) => pattern switch
    {
        Pattern.Properties properties => [.. properties.Members.Select(member => OfPath(value, member.Path, member.Pattern))],
        Pattern.List list => OfElements(value, list),
        Pattern.Positional positional => OfPositions(value, positional),
        _ => null,
    };

    /// <summary>Tells whether a collection has as many elements as a pattern asks for; null if they cannot be counted.</summary>
    public static bool? FitsCount(object value, Pattern.List pattern)
    {
        if (MemberReader.CountOf(value) is not { } count)
            return null;
        return pattern.Slice is null ? count == pattern.Elements.Count : count >= pattern.Elements.Count;
    }

    private static PatternPart OfPath(object value, string path, Pattern pattern)
    {
        object? part = value;
        var end = 0;
        foreach (var name in path.Split('.'))
        {
            // The path { A.B: p } means { A: { B: p } }, which asks A to be no null.
            if (part is null)
                return new PatternPart(path[..(end - 1)], IsKnown: true, Value: null, Behind(path[end..], pattern));
            if (!MemberReader.TryRead(part, name, out part))
                return new PatternPart(path, IsKnown: false, Value: null, pattern);
            end += name.Length + 1;
        }

        return new PatternPart(path, IsKnown: true, part, pattern);
    }

    private static Pattern.Properties Behind(string path, Pattern pattern) =>
        new($"{{ {path}: {pattern.Text} }}", Type: null, [(path, pattern)]);

    private static List<PatternPart>? OfElements(object value, Pattern.List pattern)
    {
        if (MemberReader.CountOf(value) is not { } count || ElementReader(value, count) is not { } element)
            return null;
        var behindSlice = pattern.Slice is null ? 0 : count - pattern.Elements.Count;
        var parts = new List<PatternPart>();
        for (var i = 0; i < pattern.Elements.Count; i++)
        {
            var index = i < pattern.Slice ? i : i + behindSlice;
            if (index >= 0 && index < count)
                parts.Add(new PatternPart($"[{index}]", IsKnown: true, element(index), pattern.Elements[i]));
        }

        return parts;
    }

    private static Func<int, object?>? ElementReader(object value, int count) => value switch
    {
        string text => index => text[index],
        Array { Rank: 1 } array => index => array.GetValue(array.GetLowerBound(0) + index),
        IEnumerable sequence when Elements.Read(sequence, MaxRead) is { Problem: null } elements && elements.Items.Count == count => index => elements.Items[index],
        _ => null,
    };

    private static List<PatternPart>? OfPositions(object value, Pattern.Positional pattern)
    {
        var count = pattern.Elements.Count;
        if (value is ITuple tuple)
            return tuple.Length == count ? [.. pattern.Elements.Select((element, i) => new PatternPart($"Item{i + 1}", IsKnown: true, tuple[i], element))] : null;
        return Positions(value.GetType(), count) is { } names ? [.. pattern.Elements.Select((element, i) => OfPath(value, names[i], element))] : null;
    }

    /// <summary>Names the properties that a record is taken apart into; null if its own code does that.</summary>
    private static List<string>? Positions(Type type, int count) =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Public)
            .Where(method => method.Name == "Deconstruct" && method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            .Select(method => method.GetParameters().Select(parameter => parameter.Name!).ToList())
            .FirstOrDefault(names => names.Count == count);
}
