using System.Text.RegularExpressions;

namespace IpytestNet.Kernel.Projects;

/// <summary>The project files that a project takes in, as MSBuild says in a detailed log: it has no property for them.</summary>
internal static partial class ProjectImports
{
    /// <summary>Reads a log.</summary>
    /// <param name="log">The path of the log; without it there are no imports.</param>
    /// <param name="foreign">The folders of the SDK and of packages, whose files nobody changes.</param>
    public static IReadOnlyList<string> In(string log, IEnumerable<string> foreign)
    {
        if (!File.Exists(log))
            return [];
        var folders = foreign.Where(folder => folder.Length > 0).ToList();
        return [.. File.ReadLines(log)
            .SelectMany(line => Import().Matches(line).SelectMany(match => new[] { match.Groups["file"].Value, match.Groups["by"].Value }))
            .Distinct(StringComparer.Ordinal)
            .Where(file => !folders.Exists(folder => file.StartsWith(folder, StringComparison.OrdinalIgnoreCase)) && Path.IsPathRooted(file) && File.Exists(file))
            .Select(Path.GetFullPath)];
    }

    // "Importing project "FILE" into project "FILE" at (LINE,COLUMN).", in the language of the user.
    [GeneratedRegex(@"""(?<file>[^""$]+)""[^""]*""(?<by>[^""$]+)""[^""]*\(\d+,\d+\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Import();
}
