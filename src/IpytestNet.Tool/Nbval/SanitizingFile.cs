using System.Text.RegularExpressions;
using IpytestNet.CommandLine;

namespace IpytestNet.Tool.Nbval;

/// <summary>Reads the files of <c>--nbval-sanitize-with</c>: sections with a line <c>regex: …</c> and a line <c>replace: …</c>, as nbval has them.</summary>
internal static partial class SanitizingFile
{
    private static readonly TimeSpan TimeToMatch = TimeSpan.FromSeconds(5);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path, as it was given.</param>
    /// <param name="workingDirectory">The folder that relative paths start from.</param>
    /// <exception cref="UsageException">It cannot be read, or is wrong; the message names the line.</exception>
    public static IReadOnlyList<SanitizingRule> Read(string path, string workingDirectory)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(Path.GetFullPath(path, workingDirectory));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"argument --nbval-sanitize-with: expected a file with sections of `regex:` and `replace:`, but '{path}' cannot be read: {e.Message.TrimEnd('.')}");
        }

        return Parse(lines, path);
    }

    private static List<SanitizingRule> Parse(string[] lines, string path)
    {
        var rules = new List<SanitizingRule>();
        (string Pattern, int Line)? waiting = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Trim() is "" || line.TrimStart()[0] is '[' or '#' or ';')
                continue;
            if (Entry().Match(line) is not { Success: true } entry)
                throw Wrong(i + 1, $"expected `[name]`, `regex: …` or `replace: …`, but '{line.Trim()}' came");
            var value = entry.Groups["value"].Value;
            if (entry.Groups["key"].Value is "regex")
            {
                if (waiting is { } alone)
                    throw Wrong(alone.Line, "expected `replace:` behind `regex:`, but there is none; `replace:` with nothing behind it leaves the text out");
                waiting = (value, i + 1);
                continue;
            }

            if (waiting is not { } regex)
                throw Wrong(i + 1, "expected `regex:` before `replace:`, but there is none");
            rules.Add(new SanitizingRule(Compile(regex.Pattern, regex.Line), Translated(value)));
            waiting = null;
        }

        return waiting is { } last ? throw Wrong(last.Line, "expected `replace:` behind `regex:`, but the file ends") : rules;

        Regex Compile(string pattern, int line)
        {
            try
            {
                return new Regex(pattern.Replace("(?P<", "(?<", StringComparison.Ordinal), RegexOptions.None, TimeToMatch);
            }
            catch (ArgumentException e)
            {
                throw Wrong(line, $"expected a regular expression, but '{pattern}' is none: {e.Message.TrimEnd('.')}");
            }
        }

        UsageException Wrong(int line, string message) => new($"{path}:{line}: {message}");
    }

    // Python writes \1 and \g<name> where .NET writes ${1} and ${name}.
    private static string Translated(string replacement) =>
        Group().Replace(replacement.Replace("$", "$$", StringComparison.Ordinal), match => $"${{{(match.Groups["name"] is { Success: true, Value: var name } ? name : match.Groups["number"].Value)}}}");

    [GeneratedRegex(@"^\s*(?<key>regex|replace)\s*[:=] ?(?<value>.*)$")]
    private static partial Regex Entry();

    [GeneratedRegex(@"\\(?:(?<number>\d{1,2})|g<(?<name>\w+)>)")]
    private static partial Regex Group();
}
