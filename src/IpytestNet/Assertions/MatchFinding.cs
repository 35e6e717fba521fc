using IpytestNet.Assertions.Conditions;
using IpytestNet.Values;

namespace IpytestNet.Assertions;

/// <summary>Names what of a value does not match a pattern.</summary>
/// <param name="evidence">What is known of the condition.</param>
/// <param name="input">The value as it is called in the condition.</param>
internal sealed class MatchFinding(Evidence evidence, string input)
{
    /// <summary>Tells what did not match; nothing of it is claimed unless it was tried or nothing else is left.</summary>
    public static Finding Of(Part.Match match, Evidence evidence)
    {
        if (evidence.Truth.Of(match) is not false || !evidence.TryValue(match.Input, out var value))
            return Finding.None;

        // The line of the comparison says it already.
        if (match.Pattern is Pattern.Constant or Pattern.Relational or Pattern.Not or Pattern.Or or Pattern.Unknown || value is null)
            return Finding.None;
        var lines = new MatchFinding(evidence, SourceText.Of(match.Input)).Mismatches("", value, match.Pattern);
        return new Finding([.. lines.Take(evidence.Detail.MaxLines)], []);
    }

    /// <summary>Writes why a value does not match, given that it does not.</summary>
    private IEnumerable<string> Mismatches(string path, object? value, Pattern pattern) => pattern switch
    {
        Pattern.Not not => [$"{Label(path)}: {Text(value)} is {not.Inner.Text}"],
        Pattern.And and => Culprits([new PatternPart("", IsKnown: true, value, and.Left), new PatternPart("", IsKnown: true, value, and.Right)])
            .Take(1).SelectMany(part => Mismatches(path, value, part.Pattern)),
        Pattern.OfType type when value is not null => OfType(path, value, type.Type),
        Pattern.Properties properties when value is not null => OfMembers(path, value, properties),
        Pattern.List list when value is not null && PatternParts.FitsCount(value, list) == false => [Count(path, value, list)],
        Pattern.List or Pattern.Positional when value is not null => OfParts(path, PatternParts.Of(value, pattern) ?? []),
        _ => [$"{Label(path)}: {Text(value)} is not {pattern.Text}"],
    };

    private IEnumerable<string> OfMembers(string path, object value, Pattern.Properties pattern)
    {
        var members = PatternParts.Of(value, pattern) ?? [];
        var hasOther = members.Any(member => PatternTrial.Matches(member) == false);
        var isOfType = pattern.Type is null ? true : TypeTrial.IsOf(value, pattern.Type);
        if (isOfType == false || isOfType is null && !hasOther && members.All(member => PatternTrial.Matches(member) == true))
            return OfType(path, value, pattern.Type!);
        return isOfType is null && !hasOther ? [] : OfParts(path, members);
    }

    private IEnumerable<string> OfType(string path, object value, string type)
    {
        var name = TypeName.Of(value.GetType());
        return name == type || TypeName.IsGenerated(value.GetType()) ? [] : [$"{Label(path)}: {Text(value)} is {name}, not {type}"];
    }

    private IEnumerable<string> OfParts(string path, IReadOnlyList<PatternPart> parts) =>
        Culprits(parts).Where(part => part.IsKnown).SelectMany(part => Mismatches(Join(path, part.Path), part.Value, part.Pattern));

    /// <summary>Gives the parts that do not match; if none is sure not to, the only one of which it is not known.</summary>
    private static List<PatternPart> Culprits(IReadOnlyList<PatternPart> parts)
    {
        var failed = parts.Where(part => PatternTrial.Matches(part) == false).ToList();
        var open = parts.Where(part => PatternTrial.Matches(part) is null).ToList();
        return failed.Count > 0 || open.Count > 1 ? failed : open;
    }

    private string Count(string path, object value, Pattern.List pattern)
    {
        var (count, wanted) = (MemberReader.CountOf(value), pattern.Elements.Count);
        var elements = count == 1 ? "1 element" : $"{count} elements";
        return $"{Label(path)}: {Text(value)} has {elements}, not {(pattern.Slice is null ? "" : "at least ")}{wanted}";
    }

    private string Text(object? value) => evidence.TextOf(value);

    private string Label(string path) => path.Length > 0 ? path : input;

    private static string Join(string path, string step) =>
        path.Length == 0 || step.StartsWith('[') ? path + step : $"{path}.{step}";
}
