namespace IpytestNet.CommandLine;

/// <summary>The letters of <c>-r</c>, by pytest's rules.</summary>
internal static class ReportLetter
{
    private const string Known = "fEsxXpPwaAN";
    private const string AllButPassed = "sxXEf";

    /// <summary>Adds letters to those that hold: <c>a</c> and <c>A</c> stand for several, <c>N</c> takes all back.</summary>
    /// <exception cref="UsageException">A letter is not known.</exception>
    public static string Resolve(string before, string letters)
    {
        var result = "";
        foreach (var letter in letters)
        {
            // w and F are old spellings of pytest's that still do no harm.
            var known = letter is 'F' ? 'f' : letter;
            result = known switch
            {
                'N' => "",
                'a' => Union(result, AllButPassed),
                'A' => Union(result, "PpsxXEf"),
                'w' => result,
                _ when Known.Contains(known, StringComparison.Ordinal) => Union(result, known.ToString()),
                _ => throw OptionValue.Wrong($"argument -r: unknown letter '{letter}' (write some of f, E, s, x, X, p, P, a, A, N)"),
            };
        }

        return letters.Length == 0 ? before : result;
    }

    private static string Union(string left, string right) => string.Concat(left.Union(right));
}
