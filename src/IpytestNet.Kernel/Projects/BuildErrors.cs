using System.Globalization;
using System.Text.RegularExpressions;
using IpytestNet.Hosting;

namespace IpytestNet.Kernel.Projects;

/// <summary>The errors in what a build says, in the form that all its tools have.</summary>
internal static partial class BuildErrors
{
    /// <summary>Reads them, each with its place.</summary>
    public static IEnumerable<CompilationProblem> In(string said) => said.Split('\n')
        .Select(line => Error().Match(line.TrimEnd()))
        .Where(match => match.Success)
        .Select(match => new CompilationProblem(match.Groups["code"].Value, match.Groups["text"].Value, match.Groups["file"].Value, Number(match.Groups["line"]), Number(match.Groups["column"])))
        .Distinct();

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 1;

    // "FILE(LINE,COLUMN): error CODE: TEXT [PROJECT]"; the place may have an end as well, or be missing.
    [GeneratedRegex(
        @"^\s*(?<file>[^\s(][^(]*?)\s*(\((?<line>\d+)(,(?<column>\d+))?[\d,-]*\))?\s*:\s+([\w ]+ )?error\s+(?<code>\w+)\s*:\s(?<text>.*?)(\s\[[^\]]*\])?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Error();
}
