using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Assertions;

/// <summary>Tries patterns on values without running the user's code.</summary>
internal static class PatternTrial
{
    /// <summary>Tells whether a value matches a pattern, or gives null if that cannot be told.</summary>
    public static bool? Matches(object? value, Pattern pattern) => pattern switch
    {
        Pattern.Anything => true,
        Pattern.Constant constant => ConstantTrial.IsEqual(value, constant.Known),
        Pattern.Relational relational => ConstantTrial.Holds(value, relational.Operator, relational.Known),
        Pattern.OfType type => TypeTrial.IsOf(value, type.Type),
        Pattern.Not not => !Matches(value, not.Inner),
        Pattern.And and => Matches(value, and.Left) & Matches(value, and.Right),
        Pattern.Or or => Matches(value, or.Left) | Matches(value, or.Right),
        Pattern.Properties or Pattern.List or Pattern.Positional => value is null ? false : MatchesParts(value, pattern),
        _ => null,
    };

    /// <summary>Tells whether a part of a value matches its pattern.</summary>
    public static bool? Matches(PatternPart part) => part.IsKnown ? Matches(part.Value, part.Pattern) : null;

    private static bool? MatchesParts(object value, Pattern pattern)
    {
        var matches = pattern switch
        {
            Pattern.Properties { Type: { } type } => TypeTrial.IsOf(value, type),
            Pattern.List list => PatternParts.FitsCount(value, list),
            _ => true,
        };
        if (PatternParts.Of(value, pattern) is not { } parts)
            return matches == false ? false : null;
        foreach (var part in parts)
            matches &= Matches(part);
        return matches;
    }
}
