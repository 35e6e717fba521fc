using System.Text;
using System.Text.RegularExpressions;
using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage.Reports;

/// <summary>Picks cells and files by patterns, as <c>--include</c> and <c>--omit</c> of coverage.py do.</summary>
internal static partial class FileSelection
{
    /// <summary>Returns what is to be reported.</summary>
    /// <param name="data">What was measured.</param>
    /// <param name="include">Patterns of all that is kept; empty for everything.</param>
    /// <param name="omit">Patterns of what is left out of that.</param>
    /// <param name="folder">The full path of the folder that relative patterns start from.</param>
    public static CoverageData Of(CoverageData data, IReadOnlyList<string> include, IReadOnlyList<string> omit, string folder) => data with
    {
        Files = [.. data.Files.Where(file => (include is [] || Matches(file, include, folder)) && !Matches(file, omit, folder))],
    };

    private static bool Matches(FileCoverage file, IReadOnlyList<string> patterns, string folder) =>
        patterns.Any(pattern => Matches(pattern, file.Name, file.Path, folder));

    /// <summary>Whether a pattern picks a cell or file; the path of a folder picks all below it.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="name">The name of the cell or file in reports.</param>
    /// <param name="path">The full path of a file; null for a cell.</param>
    /// <param name="folder">The full path of the folder that relative patterns start from.</param>
    public static bool Matches(string pattern, string name, string? path, string folder)
    {
        // The name of a cell has the brackets of a pattern in it, so that it is also taken as it is.
        if (name == pattern)
            return true;
        if (path is null)
            return Expression(pattern).IsMatch(name.Replace('/', ':'));
        if (pattern.IndexOfAny(['*', '?', '[']) < 0 && Path.GetFullPath(pattern, folder) is var whole && Directory.Exists(whole))
            return path.StartsWith(Path.TrimEndingDirectorySeparator(whole) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        var isAnywhere = pattern.StartsWith('*') || pattern.StartsWith('?') || pattern.IndexOfAny(['/', '\\']) < 0;
        return Expression(isAnywhere ? pattern : Path.GetFullPath(pattern, folder)).IsMatch(path.Replace('\\', '/'));
    }

    private static Regex Expression(string pattern)
    {
        var glob = pattern.Replace('\\', '/');
        if (!glob.Contains('/', StringComparison.Ordinal))
            glob = $"**/{glob}";
        var expression = new StringBuilder("^");
        foreach (Match part in Parts().Matches(glob))
            expression.Append(Part(part.Value, isFirst: part.Index == 0, isLast: part.Index + part.Length == glob.Length));
        var options = RegexOptions.CultureInvariant | RegexOptions.Singleline | (OperatingSystem.IsWindows() ? RegexOptions.IgnoreCase : RegexOptions.None);
        return new Regex($"{expression}$", options);
    }

    private static string Part(string part, bool isFirst, bool isLast) => part switch
    {
        "*/" => isFirst ? "(.*/)?" : "[^/]*/",
        "**/" => "(.*/)?",
        "/*" or "/**" => isLast ? "/.*" : part is "/*" ? "/[^/]*" : "/.*",
        "**" => ".*",
        "*" => "[^/]*",
        "?" => "[^/]",
        ['[', .. var set, ']'] => $"[{(set.StartsWith('!') ? $"^{set[1..]}" : set)}]",
        _ => Regex.Escape(part),
    };

    [GeneratedRegex(@"\*+/|/\*+$|\*+|\?|\[[^\]]+\]|[^*?\[/]+|.", RegexOptions.Singleline)]
    private static partial Regex Parts();
}
