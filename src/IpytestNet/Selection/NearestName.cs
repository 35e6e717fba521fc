using IpytestNet.CommandLine;

namespace IpytestNet.Selection;

/// <summary>Guesses which name was meant by one that does not exist.</summary>
internal static class NearestName
{
    private const int LettersPerError = 3;

    /// <summary>Finds the name that was probably meant, or null if none is near.</summary>
    /// <param name="wanted">The name that does not exist.</param>
    /// <param name="known">The names that do.</param>
    /// <param name="common">What all of them begin with and what is therefore not compared.</param>
    public static string? Find(string wanted, IEnumerable<string> known, string common = "")
    {
        var text = Tail(wanted, common);
        var allowed = Math.Max(1, LastPart(text).Length / LettersPerError);
        return known
            .Where(name => name.Length > common.Length && name.StartsWith(common, StringComparison.Ordinal))
            .Select(name => (Name: name, Distance: Distance(text, Tail(name, common))))
            .Where(candidate => candidate.Distance <= allowed)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    private static string Tail(string name, string common) =>
        name.StartsWith(common, StringComparison.Ordinal) ? name[common.Length..] : name;

    private static string LastPart(string name) => name.Split(NodeId.Separator)[^1];

    private static int Distance(string text, string name)
    {
        // The class is what people leave out: Mul is near to CalcTests::Mul.
        if (name.EndsWith(NodeId.Separator + text, StringComparison.OrdinalIgnoreCase))
            return 0;
        return EditDistance(text.ToUpperInvariant(), name.ToUpperInvariant());
    }

    /// <summary>Counts the insertions, deletions and replacements that lead from one text to the other (Levenshtein).</summary>
    private static int EditDistance(string from, string to)
    {
        var above = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var current = new int[to.Length + 1];
            current[0] = i + 1;
            for (var j = 0; j < to.Length; j++)
            {
                var replaced = above[j] + (from[i] == to[j] ? 0 : 1);
                current[j + 1] = Math.Min(replaced, Math.Min(above[j + 1], current[j]) + 1);
            }

            above = current;
        }

        return above[to.Length];
    }
}
