namespace IpytestNet.Frameworks.Doctest;

/// <summary>Reads examples with prompts: <c>>>> code</c>, further lines of code, and what is expected, up to an empty line.</summary>
internal sealed class PromptReader(PromptStyle style, string name)
{
    /// <summary>Reads the examples of a block.</summary>
    /// <exception cref="FormatException">They cannot be understood.</exception>
    public IReadOnlyList<Example> Read(CodeBlock block)
    {
        var examples = new List<Example>();
        for (var i = 0; i < block.Lines.Count;)
        {
            if (style.IsFirst(block.Lines[i].Text))
                examples.AddRange(ReadExample(block, ref i));
            else
                EnsureNoPrompt(block.Lines[i++]);
        }

        return examples;
    }

    private IEnumerable<Example> ReadExample(CodeBlock block, ref int i)
    {
        var first = block.Lines[i];
        var indentation = first.Text.Length - first.Text.TrimStart().Length;
        var code = PromptStyle.CodeOf(first.Text, style.First);
        for (i++; i < block.Lines.Count && style.IsNext(block.Lines[i].Text); i++)
            code += "\n" + PromptStyle.CodeOf(block.Lines[i].Text, style.Next);
        var last = block.Lines[i - 1].Number;

        var want = new List<string>();
        for (; i < block.Lines.Count && !string.IsNullOrWhiteSpace(block.Lines[i].Text) && !style.IsFirst(block.Lines[i].Text); i++)
        {
            EnsureNoPrompt(block.Lines[i]);
            want.Add(WithoutIndentation(block.Lines[i].Text, indentation));
        }

        var flags = ExampleReader.FlagsOf(code, first.Number, name);
        if (!SourceWords.AreIn(code))
        {
            return flags == FlagChange.None
                ? []
                : throw new FormatException($"line {first.Number} of the doctest for {name} has an option directive on a line with no example: '{code.Trim()}'");
        }

        return [new Example(code, first.Number, last) { Want = string.Join('\n', want), Flags = block.Flags.Then(flags) }];
    }

    private void EnsureNoPrompt(DocLine line)
    {
        var text = line.Text.TrimStart();
        if (style.First.Length > 1 && text.StartsWith(style.First, StringComparison.Ordinal) && !style.IsFirst(line.Text))
            throw new FormatException($"line {line.Number} of the doctest for {name} lacks blank after {style.First}: '{text}'");
    }

    private static string WithoutIndentation(string line, int indentation)
    {
        var own = line.Length - line.TrimStart().Length;
        return line[Math.Min(own, indentation)..];
    }
}
