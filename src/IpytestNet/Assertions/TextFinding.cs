using IpytestNet.Assertions.Conditions;
using IpytestNet.Assertions.Differences;

namespace IpytestNet.Assertions;

/// <summary>Explains that a text does not have a part.</summary>
internal static class TextFinding
{
    private const int ShortPart = 40;

    /// <summary>Tells where the text has something like the part.</summary>
    /// <param name="text">The text.</param>
    /// <param name="part">A string or character.</param>
    /// <param name="comparison">How it was searched.</param>
    /// <param name="evidence">What is known of the condition.</param>
    public static Finding NotContained(string text, object part, AskedComparison comparison, Evidence evidence)
    {
        var searched = part.ToString()!;
        var ignored = comparison.IgnoresCase ? -1 : text.IndexOf(searched, StringComparison.OrdinalIgnoreCase);
        if (ignored >= 0)
            return Finding.Note($"only the case differs at position {ignored}: {evidence.TextOf(text.Substring(ignored, searched.Length))}");
        var lines = text.ReplaceLineEndings("\n").Contains(searched.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        return lines ? Finding.Note("only the line endings differ") : Finding.None;
    }

    /// <summary>Tells where the text has the part that it was not to have.</summary>
    /// <inheritdoc cref="NotContained"/>
    public static Finding Contained(string text, object part, AskedComparison comparison, Evidence evidence)
    {
        var searched = part.ToString()!;
        var position = text.IndexOf(searched, comparison.Strings ?? StringComparison.Ordinal);
        return position < 0 || searched.Length == 0 ? Finding.None : Finding.Line($"{evidence.TextOf(part)} is at position {position}");
    }

    /// <summary>Shows what is at the end that was asked about.</summary>
    /// <param name="text">The text.</param>
    /// <param name="part">A string or character.</param>
    /// <param name="meaning">Which end it is.</param>
    /// <param name="comparison">How it was compared.</param>
    /// <param name="evidence">What is known of the condition.</param>
    public static Finding NotAtEnd(string text, object part, Asked meaning, AskedComparison comparison, Evidence evidence)
    {
        var wanted = part.ToString()!;
        var length = Math.Min(text.Length, wanted.Length);
        var found = meaning is Asked.StartsWith ? text[..length] : text[^length..];
        var onlyCase = !comparison.IgnoresCase && string.Equals(found, wanted, StringComparison.OrdinalIgnoreCase);
        IReadOnlyList<string> notes = onlyCase ? ["only the case differs"] : [];
        if (wanted.Length > ShortPart)
            return new Finding(Difference.OfStrings(found, wanted, comparison.Strings ?? StringComparison.Ordinal, evidence.Detail).Lines, notes);
        var verb = meaning is Asked.StartsWith ? "starts" : "ends";
        return new Finding([$"{verb} with {evidence.TextOf(part is char && length == 1 ? found[0] : found)}, not {evidence.TextOf(part)}"], notes);
    }
}
