using System.Net;
using System.Text.RegularExpressions;

namespace IpytestNet.Frameworks.Doctest;

/// <summary>
/// Reads the code in an XML documentation comment: <c>code</c> within <c>example</c>, fenced blocks, and prompts that stand in the text.
/// It goes by lines, since comments with <c>List&lt;int&gt;</c> in a fenced block are no XML, and line numbers must stay.
/// </summary>
internal sealed partial class CommentReader
{
    private readonly List<CodeBlock> _blocks = [];
    private List<DocLine>? _code;
    private Fence? _fence;
    private bool _inExample;
    private bool _inPrompts;
    private bool _inCharacterData;

    /// <summary>Divides a comment into its lines.</summary>
    /// <param name="comment">The comment as it stands in the source.</param>
    /// <param name="firstLine">The 1-based line on which it begins.</param>
    public static IReadOnlyList<DocLine> LinesOf(string comment, int firstLine) =>
        [.. comment.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select((line, index) => new DocLine(firstLine + index, Uncommented(line)))];

    /// <summary>Reads the blocks of code.</summary>
    public static IReadOnlyList<CodeBlock> Read(IReadOnlyList<DocLine> lines)
    {
        var reader = new CommentReader();
        foreach (var line in lines)
            reader.Take(line.Number, line.Text);
        reader.End();
        return reader._blocks;
    }

    private void Take(int number, string text)
    {
        if (_fence is { } fence)
            TakeFenced(fence, number, text);
        else if (_code is not null && !_inPrompts)
            TakeCode(number, text);
        else
            TakeText(number, text);
    }

    private void TakeFenced(Fence fence, int number, string text)
    {
        if (fence.IsClosedBy(text))
            End();
        else
            _code?.Add(new DocLine(number, Decoded(fence.Unindented(text))));
    }

    private void TakeCode(int number, string text)
    {
        var end = text.IndexOf("</code>", StringComparison.OrdinalIgnoreCase);
        var code = end < 0 ? text : text[..end];
        // Nothing but the tag is no line of code.
        if (end < 0 || !string.IsNullOrWhiteSpace(code))
            _code!.Add(new DocLine(number, Decoded(code)));
        if (end < 0)
            return;
        End();
        TakeText(number, text[(end + "</code>".Length)..]);
    }

    private void TakeText(int number, string text)
    {
        if (_inPrompts && (string.IsNullOrWhiteSpace(text) || TagPattern().IsMatch(text)))
            End();
        if (!_inPrompts && Fence.Of(text) is { } fence)
        {
            _fence = fence;
            _code = fence.IsCSharp || fence.Language.Length == 0 ? [] : null;
            return;
        }

        foreach (Match tag in TagPattern().Matches(text))
        {
            if (tag.Groups["name"].ValueSpan.Equals("example", StringComparison.OrdinalIgnoreCase))
            {
                _inExample = tag.Groups["end"].Length == 0;
            }
            else if (_inExample && tag.Groups["end"].Length == 0 && tag.Groups["name"].ValueSpan.Equals("code", StringComparison.OrdinalIgnoreCase))
            {
                _code = [];
                if (!string.IsNullOrWhiteSpace(text[(tag.Index + tag.Length)..]))
                    TakeCode(number, text[(tag.Index + tag.Length)..]);
                return;
            }
        }

        if (_inPrompts || PromptPattern().IsMatch(text))
        {
            _inPrompts = true;
            (_code ??= []).Add(new DocLine(number, Decoded(text)));
        }
    }

    private void End()
    {
        if (_code is { Count: > 0 })
            _blocks.Add(new CodeBlock(_code));
        _code = null;
        _fence = null;
        _inPrompts = false;
        _inCharacterData = false;
    }

    private string Decoded(string text)
    {
        var decoded = "";
        for (var rest = text; ;)
        {
            var mark = _inCharacterData ? "]]>" : "<![CDATA[";
            var end = rest.IndexOf(mark, StringComparison.Ordinal);
            var part = end < 0 ? rest : rest[..end];
            decoded += _inCharacterData ? part : WebUtility.HtmlDecode(part);
            if (end < 0)
                return decoded;
            _inCharacterData = !_inCharacterData;
            rest = rest[(end + mark.Length)..];
        }
    }

    private static string Uncommented(string line)
    {
        var match = CommentPattern().Match(line);
        var text = line[match.Length..];
        return text.TrimEnd().EndsWith("*/", StringComparison.Ordinal) ? text.TrimEnd()[..^2] : text;
    }

    [GeneratedRegex(@"^\s*(///|/\*\*|\*(?!/))? ?", RegexOptions.ExplicitCapture)]
    private static partial Regex CommentPattern();

    [GeneratedRegex(@"<(?<end>/?)(?<name>example|code|summary|remarks|returns|param|para|exception|value|typeparam|seealso)\b[^<>]*>", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"^\s*(>>>|&gt;&gt;&gt;)(\s|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex PromptPattern();
}
