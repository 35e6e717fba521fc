using System.Text.RegularExpressions;

namespace IpytestNet.Coverage.Instrumentation;

/// <summary>Which lines are excluded, and on which lines every outcome counts as taken.</summary>
/// <param name="Excluded">Patterns of excluded lines beside, or in place of, the comment <c>pragma: no cover</c>.</param>
/// <param name="Optional">The same of <c>pragma: no branch</c>.</param>
internal sealed partial record ExclusionRules(IReadOnlyList<Regex> Excluded, IReadOnlyList<Regex> Optional)
{
    /// <summary>The rules where nothing is configured.</summary>
    public static ExclusionRules Default { get; } = new([], []);

    /// <summary>Whether the comment <c>pragma: no cover</c> counts.</summary>
    /// <value>Default true.</value>
    public bool HasCoverPragma { get; init; } = true;

    /// <summary>Whether the comment <c>pragma: no branch</c> counts.</summary>
    /// <value>Default true.</value>
    public bool HasBranchPragma { get; init; } = true;

    /// <summary>Whether a comment excludes its line.</summary>
    public bool IsCoverPragma(string comment) => HasCoverPragma && CoverPragma().IsMatch(comment);

    /// <summary>Whether a comment makes the outcomes of its line count as taken.</summary>
    public bool IsBranchPragma(string comment) => HasBranchPragma && BranchPragma().IsMatch(comment);

    [GeneratedRegex(@"^(//+|/\*+)\s*(pragma|PRAGMA)[:\s]?\s*(no|NO)\s*(cover|COVER)", RegexOptions.ExplicitCapture)]
    private static partial Regex CoverPragma();

    [GeneratedRegex(@"^(//+|/\*+)\s*(pragma|PRAGMA)[:\s]?\s*(no|NO)\s*(branch|BRANCH)", RegexOptions.ExplicitCapture)]
    private static partial Regex BranchPragma();
}
