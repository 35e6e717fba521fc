using System.Text.RegularExpressions;

namespace IpytestNet.Frameworks.Doctest;

/// <summary>The line that begins a fenced block, as CommonMark has it.</summary>
/// <param name="Mark">The backticks or tildes.</param>
/// <param name="Indentation">How many columns stand before it, which are not part of the lines within.</param>
/// <param name="Language">The language, in lower case; may be empty.</param>
internal sealed partial record Fence(string Mark, int Indentation, string Language)
{
    /// <summary>Whether the block is C#.</summary>
    public bool IsCSharp => Language is "csharp" or "cs" or "c#";

    /// <summary>Whether the block shows what code puts out.</summary>
    public bool IsOutput => Language is "text" or "output" or "txt" or "console";

    /// <summary>Reads the line, or gives null where it begins no block.</summary>
    public static Fence? Of(string line) => FencePattern().Match(line) is { Success: true } match
        ? new Fence(match.Groups["mark"].Value, match.Groups["indentation"].Length, match.Groups["language"].Value.ToLowerInvariant())
        : null;

    /// <summary>Whether a line ends the block.</summary>
    public bool IsClosedBy(string line)
    {
        var text = line.Trim();
        return text.Length >= Mark.Length && text.All(character => character == Mark[0]);
    }

    /// <summary>Takes the indentation of the fence from a line within.</summary>
    public string Unindented(string line)
    {
        var own = line.Length - line.TrimStart().Length;
        return line[Math.Min(own, Indentation)..];
    }

    [GeneratedRegex(@"^(?<indentation>\s*)(?<mark>`{3,}|~{3,})\s*(?<language>[^\s`{]*)[^`]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex FencePattern();
}
