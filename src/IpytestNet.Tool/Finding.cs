namespace IpytestNet.Tool;

/// <summary>Something that speaks against a notebook.</summary>
/// <param name="Place">The cell, such as <c>In[3]</c>, or an empty text for the notebook as a whole.</param>
/// <param name="Text">What happened.</param>
internal sealed record Finding(string Place, string Text)
{
    /// <summary>Returns findings as lines, the same ones in several places as one.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Finding> findings) =>
        findings.GroupBy(finding => finding.Text, (text, same) => Line(text, same.Select(finding => finding.Place).Where(place => place.Length > 0)));

    private static string Line(string text, IEnumerable<string> places) =>
        string.Join(", ", places) is { Length: > 0 } where ? $"{where}: {text}" : text;
}
