namespace IpytestNet.Kernel.Documentation;

/// <summary>How documentation is written down.</summary>
internal abstract class ProseStyle
{
    /// <summary>As plain text.</summary>
    public static ProseStyle Plain { get; } = new PlainStyle();

    /// <summary>As Markdown.</summary>
    public static ProseStyle Markdown { get; } = new MarkdownStyle();

    /// <summary>Text that is meant as it is.</summary>
    public abstract string Text(string text);

    /// <summary>A name or a piece of code within a sentence.</summary>
    public abstract string Code(string code);

    /// <summary>Code in lines of its own.</summary>
    public abstract string CodeBlock(string code);

    /// <summary>A declaration in lines of its own.</summary>
    public abstract string Declaration(string code);

    /// <summary>The heading of a part.</summary>
    public abstract string Heading(string text);

    /// <summary>A place in the web.</summary>
    public abstract string Link(string text, string address);

    /// <summary>A text with a name that it is about.</summary>
    public string Entry(string name, string text) => text.Length == 0 ? $"- {Code(name)}" : $"- {Code(name)}: {text}";

    private sealed class PlainStyle : ProseStyle
    {
        public override string Text(string text) => text;

        public override string Code(string code) => code;

        public override string CodeBlock(string code) => "    " + code.Replace("\n", "\n    ", StringComparison.Ordinal);

        public override string Declaration(string code) => code;

        public override string Heading(string text) => text + ":";

        public override string Link(string text, string address) => text == address ? text : $"{text} ({address})";
    }

    private sealed class MarkdownStyle : ProseStyle
    {
        private const string Signs = "\\`*_[]<>";

        public override string Text(string text) => string.Concat(text.Select(sign => Signs.Contains(sign, StringComparison.Ordinal) ? $"\\{sign}" : $"{sign}"));

        // A code span cannot hold its own sign.
        public override string Code(string code) => code.Contains('`', StringComparison.Ordinal) ? $"`` {code} ``" : $"`{code}`";

        public override string CodeBlock(string code) => $"```\n{code}\n```";

        public override string Declaration(string code) => $"```csharp\n{code}\n```";

        public override string Heading(string text) => $"**{text}**";

        public override string Link(string text, string address) => $"[{Text(text)}]({address})";
    }
}
