using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Assertions;

/// <summary>What explains the parts that decided over a condition.</summary>
internal static class FindingLines
{
    /// <summary>Writes the explanations; if there are several, each below the source of its part.</summary>
    public static IEnumerable<string> Of(Evidence evidence)
    {
        var found = Composition.Deciders(evidence.Evaluation.Site.Condition, evidence.Truth)
            .Select(part => (Part: part, Finding: Of(part, evidence)))
            .Where(pair => !pair.Finding.IsEmpty)
            .ToList();
        if (found is [var only])
            return only.Finding.ToLines();
        var lines = found.SelectMany(pair => pair.Finding.ToLines().Select(line => $"  {line}").Prepend($"{SourceText.Of(pair.Part)}:")).ToList();
        var room = evidence.Detail.MaxLines;
        return lines.Count > room ? [.. lines.Take(room), $"... {lines.Count - room} more lines"] : lines;
    }

    private static Finding Of(Part part, Evidence evidence) => part switch
    {
        Part.Comparison comparison => ComparisonFinding.Of(comparison, evidence),
        Part.Question question => QuestionFinding.Of(question, evidence),
        Part.Match match => MatchFinding.Of(match, evidence),
        _ => Finding.None,
    };
}
