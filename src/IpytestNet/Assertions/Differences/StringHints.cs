using System.Text;

namespace IpytestNet.Assertions.Differences;

/// <summary>Tells whether strings differ only in what is easily overlooked.</summary>
internal static class StringHints
{
    // Removing white space and the like makes copies.
    private const int MaxLength = 1_000_000;

    /// <summary>Gives the hint, or null if the strings differ in more.</summary>
    public static string? Of(string left, string right)
    {
        if (Math.Max(left.Length, right.Length) > MaxLength)
            return null;
        if (DifferInLineEndings(left, right))
            return @"the strings differ only in line endings (\r\n and \n)";
        if (string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
            return "the strings differ only in case";
        if (EqualWithout(left, right, char.IsWhiteSpace))
            return "the strings differ only in white space";
        if (EqualWithout(left, right, character => char.IsWhiteSpace(character) || Visible.IsInvisible(character)))
            return "the strings differ only in invisible characters";
        return DifferInNormalization(left, right)
            ? "the strings differ only in Unicode normalization (use string.Normalize)"
            : null;
    }

    public static bool DifferInLineEndings(string left, string right) =>
        (left.Contains('\r') || right.Contains('\r')) && left.ReplaceLineEndings("\n") == right.ReplaceLineEndings("\n");

    public static bool DifferInWhiteSpace(string left, string right) => EqualWithout(left, right, char.IsWhiteSpace);

    public static bool DifferInNormalization(string left, string right)
    {
        try
        {
            return left.Normalize(NormalizationForm.FormC) == right.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // One half of a surrogate pair cannot be normalized.
            return false;
        }
    }

    private static bool EqualWithout(string left, string right, Func<char, bool> isLeftOut)
    {
        var (i, k) = (0, 0);
        while (true)
        {
            while (i < left.Length && isLeftOut(left[i]))
                i++;
            while (k < right.Length && isLeftOut(right[k]))
                k++;
            if (i == left.Length || k == right.Length)
                return i == left.Length && k == right.Length;
            if (left[i++] != right[k++])
                return false;
        }
    }
}
