using System.Text;
using System.Text.RegularExpressions;

namespace IpytestNet.Sessions;

/// <summary>A pattern over names, as Python's <c>fnmatch.fnmatchcase</c> takes it: <c>*</c>, <c>?</c>, <c>[seq]</c>, <c>[!seq]</c>.</summary>
internal sealed class NameGlob(string pattern)
{
    private readonly Regex _regex = new(@"\A" + Translate(pattern) + @"\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>Whether a name fits, with case.</summary>
    public bool Matches(string name) => _regex.IsMatch(name);

    private static string Translate(string pattern)
    {
        var regex = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '*':
                    regex.Append(".*");
                    break;
                case '?':
                    regex.Append('.');
                    break;
                case '[' when EndOfSet(pattern, i) is var end and > 0:
                    regex.Append(TranslateSet(pattern[(i + 1)..end]));
                    i = end;
                    break;
                default:
                    regex.Append(Regex.Escape(pattern[i].ToString()));
                    break;
            }
        }

        return regex.ToString();
    }

    // As in a shell, a ']' right at the start belongs to the set; an unclosed '[' is itself.
    private static int EndOfSet(string pattern, int start)
    {
        var first = start + 1;
        if (first < pattern.Length && pattern[first] is '!')
            first++;
        return pattern.Length > first ? pattern.IndexOf(']', first + 1) : -1;
    }

    private static string TranslateSet(string set)
    {
        var negated = set.StartsWith('!');
        var members = (negated ? set[1..] : set)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("]", "\\]", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("^", "\\^", StringComparison.Ordinal);
        return negated ? $"[^{members}]" : $"[{members}]";
    }
}
