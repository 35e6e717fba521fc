using System.Text.RegularExpressions;
using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Kernel.Completion;

/// <summary>Completes the path after <c>#r "</c> and <c>#load "</c>: folders, and the files that each can name.</summary>
/// <param name="folders">Gives the folders that relative paths start from.</param>
internal sealed partial class PathCompletion(Func<IReadOnlyList<string>> folders)
{
    /// <summary>Completes a path, or gives null where there is none.</summary>
    public CompletionList? Complete(string code, int position)
    {
        var start = code.LastIndexOf('\n', Math.Max(position - 1, 0), position) + 1;
        if (Directive().Match(code[start..position]) is not { Success: true } match || !IsDirective(code, start + match.Groups["directive"].Index))
            return null;
        var typed = match.Groups["path"].Value;
        var name = typed[(typed.LastIndexOfAny(['/', '\\']) + 1)..];
        string[] extensions = match.Groups["directive"].Value is "r" ? [".dll"] : [".cs", ".csx"];
        var items = TypedMatch.Pick(StartsOf(typed[..^name.Length]).SelectMany(folder => Entries(folder, extensions)), name);
        return new CompletionList(position - name.Length, position, items);
    }

    // Else the line is one of a string or of a comment.
    private static bool IsDirective(string code, int position) =>
        CSharpSyntaxTree.ParseText(code, CellSyntax.ParseOptions).GetRoot().FindTrivia(position).IsDirective;

    private IEnumerable<string> StartsOf(string folder) => folder.Contains('\0', StringComparison.Ordinal)
        ? []
        : folders().Select(start => Path.GetFullPath(folder, start)).Distinct(StringComparer.Ordinal).Where(Directory.Exists);

    private static IEnumerable<Candidate> Entries(string folder, string[] extensions)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = true };
        var within = new DirectoryInfo(folder);
        return within.EnumerateDirectories("*", options).Select(entry => new Candidate(entry.Name + "/", CompletionKind.Path))
            .Concat(within.EnumerateFiles("*", options)
                .Where(file => extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
                .Select(file => new Candidate(file.Name, CompletionKind.Path, Tier.Expected)));
    }

    [GeneratedRegex("""^\s*#(?<directive>r|load)\s+"(?<path>[^"]*)$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Directive();
}
