namespace IpytestNet.Frameworks.Doctest;

/// <summary>
/// Reads the C# blocks of Markdown. Fences and comments before them are all that counts, and their lines must be known, so a parser of
/// the whole language would give less for more.
/// </summary>
internal static class MarkdownReader
{
    /// <summary>Divides a text into its lines.</summary>
    public static IReadOnlyList<DocLine> LinesOf(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => new DocLine(index + 1, line))];

    /// <summary>Reads the C# blocks, each with the output that stands right below it.</summary>
    /// <exception cref="FormatException">The options in a comment are wrong.</exception>
    public static IReadOnlyList<CodeBlock> Read(IReadOnlyList<DocLine> lines)
    {
        var blocks = new List<CodeBlock>();
        var flags = FlagChange.None;
        var mayHaveOutput = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (Fence.Of(lines[i].Text) is { } fence)
            {
                var content = Content(lines, fence, ref i);
                if (fence.IsCSharp)
                    blocks.Add(new CodeBlock(content) { Flags = flags });
                else if (fence.IsOutput && mayHaveOutput && PromptStyle.Of(blocks[^1]) is null)
                    blocks[^1] = blocks[^1] with { Output = string.Join('\n', content.Select(line => line.Text)) };
                mayHaveOutput = fence.IsCSharp;
                flags = FlagChange.None;
            }
            else if (!string.IsNullOrWhiteSpace(lines[i].Text))
            {
                flags = FlagsOf(lines[i]) ?? FlagChange.None;
                mayHaveOutput = false;
            }
        }

        return [.. blocks.Where(block => block.Lines.Count > 0)];
    }

    private static List<DocLine> Content(IReadOnlyList<DocLine> lines, Fence fence, ref int i)
    {
        var content = new List<DocLine>();
        for (i++; i < lines.Count && !fence.IsClosedBy(lines[i].Text); i++)
            content.Add(lines[i] with { Text = fence.Unindented(lines[i].Text) });
        return content;
    }

    private static FlagChange? FlagsOf(DocLine line)
    {
        try
        {
            return FlagNames.InMarkdown(line.Text);
        }
        catch (FormatException exception)
        {
            throw new FormatException($"line {line.Number} {exception.Message}", exception);
        }
    }
}
