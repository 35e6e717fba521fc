namespace IpytestNet.Rewriting.Conditions;

/// <summary>Writes an assertion of whose parts nothing is kept.</summary>
internal static class PlainCode
{
    /// <summary>Gives the edits.</summary>
    /// <param name="assertion">The assertion.</param>
    /// <param name="cell">The code.</param>
    /// <param name="failure">What is known when it fails, as arguments; null for its text alone.</param>
    public static IEnumerable<TextEdit> Of(Assertion assertion, BoundCell cell, string? failure = null) =>
    [
        // Braces keep an else that follows with the if of the user; at the top of a scope they would hide variables.
        .. ExplainedCode.CanStandOpen(assertion.Whole) ? [] : new[] { TextEdit.Before(assertion.Whole, "{ ") },
        .. assertion.Lower(failure, cell),
        TextEdit.After(assertion.Whole, (assertion.LacksSemicolon ? ";" : "") + (ExplainedCode.CanStandOpen(assertion.Whole) ? "" : " }")),
    ];
}
