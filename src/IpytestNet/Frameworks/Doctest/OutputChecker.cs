using System.Globalization;
using System.Text.RegularExpressions;

namespace IpytestNet.Frameworks.Doctest;

/// <summary>Compares what is expected with what came, by the rules of Python's doctest. White space at the ends of lines never counts.</summary>
internal static partial class OutputChecker
{
    private const string Anything = "...";

    /// <summary>Whether what came is what was expected.</summary>
    public static bool Matches(string want, string got, DoctestFlags flags)
    {
        want = Trimmed(want);
        got = Trimmed(got);
        if (!flags.HasFlag(DoctestFlags.DontAcceptBlankline))
            want = BlanklinePattern().Replace(want, "");
        if (flags.HasFlag(DoctestFlags.Number))
            got = WithPrecisionOf(want, got);
        if (flags.HasFlag(DoctestFlags.NormalizeWhitespace))
            (want, got) = (Normalized(want), Normalized(got));
        return want == got || (flags.HasFlag(DoctestFlags.Ellipsis) && MatchesWithGaps(want, got));
    }

    /// <summary>A text without white space at the ends of its lines, and without empty lines at its end.</summary>
    public static string Trimmed(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).TrimEnd('\n');

    private static string Normalized(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool MatchesWithGaps(string want, string got)
    {
        var pieces = want.Split(Anything);
        if (pieces.Length == 1)
            return false;
        var (first, last) = (pieces[0], pieces[^1]);
        if (!got.StartsWith(first, StringComparison.Ordinal) || !got.EndsWith(last, StringComparison.Ordinal) || got.Length < first.Length + last.Length)
            return false;
        var (start, end) = (first.Length, got.Length - last.Length);
        foreach (var piece in pieces[1..^1])
        {
            // The earliest place leaves the most room for the rest.
            var found = got.IndexOf(piece, start, end - start, StringComparison.Ordinal);
            if (found < 0)
                return false;
            start = found + piece.Length;
        }

        return true;
    }

    private static string WithPrecisionOf(string want, string got)
    {
        var wanted = NumberPattern().Matches(want);
        var index = 0;
        return NumberPattern().Count(got) == wanted.Count
            ? NumberPattern().Replace(got, number => AreNear(wanted[index++].Value, number.Value) ? wanted[index - 1].Value : number.Value)
            : got;
    }

    private static bool AreNear(string want, string got)
    {
        var exponent = want.IndexOfAny(['e', 'E']) is >= 0 and var at ? int.Parse(want[(at + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var point = want.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? 0 : want[(point + 1)..].TakeWhile(char.IsAsciiDigit).Count();
        var (left, right) = (double.Parse(want, CultureInfo.InvariantCulture), double.Parse(got, CultureInfo.InvariantCulture));
        return Math.Abs(left - right) <= Math.Pow(10, exponent - digits);
    }

    [GeneratedRegex(@"^<BLANKLINE>$", RegexOptions.Multiline)]
    private static partial Regex BlanklinePattern();

    [GeneratedRegex(@"[+-]?(\d+\.\d*|\.\d+|\d+)([eE][+-]?\d{1,3})?", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberPattern();
}
