using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Assertions;

/// <summary>Parts with their values: <c>x = 1</c>.</summary>
internal static class KeptValues
{
    /// <summary>Writes the values that were kept of some parts, each once, and counts those for which there is no room.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Part> parts, Evaluation evaluation, Detail detail)
    {
        var texts = parts
            .Where(part => part is not Part.Constant && evaluation.Has(part))
            .Distinct<Part>(ReferenceEqualityComparer.Instance)
            .Select(part => $"{Named(part)} = {KeptText.Of(evaluation.Values[part.Slot!.Value], detail)}")
            .Distinct()
            .ToList();
        var shown = detail.MaxLines;
        return texts.Count > shown ? [.. texts.Take(shown), $"... {texts.Count - shown} more"] : texts;
    }

    private static string Named(Part part) => part.BindsLoosely ? $"({SourceText.Of(part)})" : SourceText.Of(part);
}
