using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Frameworks.Doctest;

/// <summary>Reads a block with comments <c>// => value</c> behind expressions and statements.</summary>
internal sealed partial class ArrowReader(CodeBlock block, string text, string name)
{
    /// <summary>How examples are parsed.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview, DocumentationMode.None, SourceCodeKind.Script);

    private readonly List<Example> _examples = [];

    // Options in a comment at the top hold for the whole block.
    private readonly FlagChange _flags = SourceWords.AreIn(block.Lines[0].Text)
        ? block.Flags
        : block.Flags.Then(ExampleReader.FlagsOf(block.Lines[0].Text, block.Lines[0].Number, name));

    /// <summary>Whether a comment tells a value.</summary>
    public static bool IsArrow(string comment) => ArrowPattern().IsMatch(comment);

    /// <summary>Reads the examples.</summary>
    /// <param name="arrows">Where the comments stand that tell values.</param>
    public IReadOnlyList<Example> Read(IReadOnlyList<int> arrows)
    {
        var start = 0;
        foreach (var arrow in arrows)
        {
            var end = text.IndexOf('\n', arrow) is >= 0 and var lineEnd ? lineEnd : text.Length;
            var want = ArrowPattern().Match(text[arrow..end]).Groups["want"].Value;
            AddWithValue(start, arrow, ExampleReader.FlagsOf(text[start..end], LineAt(start), name), FlagNames.WithoutOptions(want));
            start = Math.Min(end + 1, text.Length);
        }

        AddWithoutValue(start, text.Length, FlagChange.None);
        return _examples;
    }

    private void AddWithValue(int start, int end, FlagChange flags, string want)
    {
        var members = CSharpSyntaxTree.ParseText(text[start..end], ParseOptions).GetCompilationUnitRoot().Members;
        if (members.Count == 0)
            throw new FormatException($"line {LineAt(end)} of the doctest for {name} tells a value of nothing: no expression stands before '// =>'");

        var last = members[^1];
        AddWithoutValue(start, start + last.SpanStart, flags);
        var code = text.Substring(start + last.SpanStart, last.Span.Length);
        switch (last)
        {
            case GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken: { IsMissing: false } semicolon } }:
                Add(start + last.SpanStart, code[..^semicolon.Span.Length], want, flags);
                break;
            case FieldDeclarationSyntax { Declaration.Variables: [var variable] }:
                Add(start + last.SpanStart, code, want: null, flags);
                Add(start + last.SpanStart, variable.Identifier.Text, want, flags);
                break;
            default:
                Add(start + last.SpanStart, code, want, flags);
                break;
        }
    }

    private void AddWithoutValue(int start, int end, FlagChange flags)
    {
        if (SourceWords.AreIn(text[start..end]))
            Add(start, text[start..end], want: null, flags.Then(ExampleReader.FlagsOf(text[start..end], LineAt(start), name)));
    }

    private void Add(int start, string code, string? want, FlagChange flags) => _examples.Add(new Example(code, LineAt(start), LineAt(start + code.TrimEnd().Length))
    {
        Want = want,
        Flags = _flags.Then(flags),
    });

    private int LineAt(int position) => block.Lines[Math.Min(text.AsSpan(0, position).Count('\n'), block.Lines.Count - 1)].Number;

    [GeneratedRegex(@"^//\s*=>\s*(?<want>.*?)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex ArrowPattern();
}
