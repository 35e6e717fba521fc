namespace IpytestNet.Kernel.Completion;

/// <summary>Picks the candidates that what has been typed can mean.</summary>
internal static class TypedMatch
{
    /// <summary>
    /// Gives the completions in order: those that begin as typed, then those that do so but for upper and lower case. Only if there
    /// is none, those whose words begin as typed, as <c>WL</c> for <c>WriteLine</c>.
    /// </summary>
    /// <param name="candidates">The candidates; of those with one text the first is taken.</param>
    /// <param name="typed">What has been typed; it may be empty.</param>
    public static IReadOnlyList<CompletionItem> Pick(IEnumerable<Candidate> candidates, string typed)
    {
        var all = candidates.ToList();
        var prefixed = Items(all.Where(candidate => candidate.MatchedText.StartsWith(typed, StringComparison.OrdinalIgnoreCase)), typed);
        return prefixed.Count > 0 || typed.Length < 2 ? prefixed : Items(all.Where(candidate => HasHumps(candidate.MatchedText, typed)), typed);
    }

    private static List<CompletionItem> Items(IEnumerable<Candidate> candidates, string typed) =>
    [
        .. candidates
            .Where(candidate => !candidate.IsHidden())
            .DistinctBy(candidate => candidate.Text, StringComparer.Ordinal)
            .OrderBy(candidate => !candidate.MatchedText.StartsWith(typed, StringComparison.Ordinal))
            .ThenBy(candidate => candidate.Tier)
            .ThenBy(candidate => candidate.MatchedText, StringComparer.OrdinalIgnoreCase)
            .ThenBy(candidate => candidate.Text, StringComparer.Ordinal)
            .Select(candidate => new CompletionItem(candidate.Text, candidate.Kind, candidate.Signature())),
    ];

    // Each typed letter is the next one of the word, or begins a later word.
    private static bool HasHumps(string text, string typed)
    {
        if (char.ToUpperInvariant(text[0]) != char.ToUpperInvariant(typed[0]))
            return false;
        HashSet<int> places = [1];
        foreach (var letter in typed[1..].ToUpperInvariant())
            places = [.. places.SelectMany(place => Next(text, place, letter))];
        return places.Count > 0;
    }

    /// <summary>The places behind those at which a letter can stand that comes next.</summary>
    private static IEnumerable<int> Next(string text, int place, char letter)
    {
        for (var i = place; i < text.Length; i++)
        {
            if (text[i] == letter || (i == place && char.ToUpperInvariant(text[i]) == letter))
                yield return i + 1;
        }
    }
}
