using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Assertions;

/// <summary>The way in which a call compares, as its further arguments tell.</summary>
/// <param name="IsKnown">Whether it can be followed without calling the user's code.</param>
/// <param name="Strings">How strings are compared; null if the call does not say it.</param>
internal sealed record AskedComparison(bool IsKnown, StringComparison? Strings)
{
    /// <summary>Whether the case of letters does not count.</summary>
    public bool IgnoresCase =>
        Strings is StringComparison.OrdinalIgnoreCase or StringComparison.InvariantCultureIgnoreCase or StringComparison.CurrentCultureIgnoreCase;

    /// <summary>Reads it from the arguments of a call.</summary>
    public static AskedComparison Of(Part.Question question, Evidence evidence)
    {
        var comparison = new AskedComparison(IsKnown: true, Strings: null);
        foreach (var argument in question.Others)
            comparison = evidence.TryValue(argument, out var value) ? comparison.With(argument, value) : comparison with { IsKnown = false };
        return comparison;
    }

    private AskedComparison With(Part argument, object? value) => value switch
    {
        null => this,
        // Only a comparison of strings is told by a truth whether case counts.
        bool ignoresCase => this with { Strings = ignoresCase ? StringComparison.CurrentCultureIgnoreCase : StringComparison.CurrentCulture },
        StringComparison strings => this with { Strings = strings },
        int number when argument is Part.Constant { Name: { } name } && name.Contains($"{nameof(StringComparison)}.", StringComparison.Ordinal) =>
            this with { Strings = (StringComparison)number },
        IEqualityComparer<string?> comparer when StringComparer.IsWellKnownOrdinalComparer(comparer, out var ignoresCase) =>
            this with { Strings = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal },
        _ => this with { IsKnown = false },
    };
}
