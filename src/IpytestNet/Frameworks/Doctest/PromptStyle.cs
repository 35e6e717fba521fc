namespace IpytestNet.Frameworks.Doctest;

/// <summary>The prompts of a block: Python's, or those of C# Interactive.</summary>
/// <param name="First">The prompt of a statement.</param>
/// <param name="Next">The prompt of its further lines.</param>
internal sealed record PromptStyle(string First, string Next)
{
    private static readonly PromptStyle Python = new(">>>", "...");
    private static readonly PromptStyle Interactive = new(">", ".");

    /// <summary>Gives the prompts of a block, or null where it has none.</summary>
    public static PromptStyle? Of(CodeBlock block)
    {
        if (block.Lines.Any(line => line.Text.TrimStart().StartsWith(Python.First, StringComparison.Ordinal)))
            return Python;
        return block.Lines.FirstOrDefault(line => !string.IsNullOrWhiteSpace(line.Text)) is { } first && Interactive.IsFirst(first.Text) ? Interactive : null;
    }

    /// <summary>Whether a line begins a statement.</summary>
    public bool IsFirst(string line) => Begins(line, First);

    /// <summary>Whether a line continues a statement.</summary>
    public bool IsNext(string line) => Begins(line, Next);

    /// <summary>Takes the prompt from a line.</summary>
    public static string CodeOf(string line, string prompt)
    {
        var code = line.TrimStart()[prompt.Length..];
        return code.Length > 0 ? code[1..] : "";
    }

    private static bool Begins(string line, string prompt)
    {
        var text = line.AsSpan().TrimStart();
        return text.StartsWith(prompt) && (text.Length == prompt.Length || text[prompt.Length] is ' ' or '\t');
    }
}
