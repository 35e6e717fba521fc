using System.Text.RegularExpressions;

namespace IpytestNet.Tool.Nbval;

/// <summary>What of an output may be different: matches of a pattern count as one and the same text.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Replacement">What stands for its matches, as .NET writes it.</param>
internal sealed record SanitizingRule(Regex Pattern, string Replacement)
{
    /// <summary>Puts the replacement in the place of all matches.</summary>
    public string Apply(string text) => Pattern.Replace(text, Replacement);
}
