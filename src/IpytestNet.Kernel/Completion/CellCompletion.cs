using System.Text.RegularExpressions;
using IpytestNet.Cells;
using IpytestNet.Kernel.Semantics;

namespace IpytestNet.Kernel.Completion;

/// <summary>Completes cells: their magic, the paths in their directives, and their C#.</summary>
/// <param name="scopes">Binds code in the scope of the notebook.</param>
/// <param name="folders">Gives the folders that relative paths start from.</param>
/// <param name="magics">Completes what is no C#.</param>
internal sealed partial class CellCompletion(CellScopes scopes, Func<IReadOnlyList<string>> folders, MagicCompletion magics)
{
    private readonly CodeCompletion _code = new(scopes);
    private readonly PathCompletion _paths = new(folders);

    /// <summary>Completes a cell; any text and any position will do.</summary>
    public CompletionList Complete(string text, int position)
    {
        position = Math.Clamp(position, 0, text.Length);
        var start = position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;
        var line = text[start..position];
        if (IsAboveCode(text[..start]) && magics.Complete(line, position) is { } magic)
            return magic;
        var cell = CellText.Parse(text);
        if (cell.Magic is { Name: "writefile" })
            return CompletionList.Nothing(position);
        if (_paths.Complete(cell.Body, position) is { } path)
            return path;
        return DirectiveName().Match(line).Groups["name"] is { Success: true } name
            ? new CompletionList(start + name.Index, position, TypedMatch.Pick(Keywords.ForDirective, name.Value))
            : _code.Complete(cell.Body, position);
    }

    // Only magics and options may stand above a magic or an options line.
    private static bool IsAboveCode(string above) => above.Split('\n').All(line => string.IsNullOrWhiteSpace(line) || MagicSign().IsMatch(line));

    [GeneratedRegex("^(%%|#!)")]
    private static partial Regex MagicSign();

    [GeneratedRegex(@"^\s*(?<name>#\w*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex DirectiveName();
}
