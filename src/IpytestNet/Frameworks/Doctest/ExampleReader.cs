using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Frameworks.Doctest;

/// <summary>Reads the examples of a block, in whichever of the three forms it is written.</summary>
internal static partial class ExampleReader
{
    /// <summary>Reads the examples.</summary>
    /// <param name="block">The block.</param>
    /// <param name="name">The name of the test, for errors.</param>
    /// <exception cref="FormatException">They cannot be understood.</exception>
    public static IReadOnlyList<Example> Read(CodeBlock block, string name)
    {
        if (PromptStyle.Of(block) is { } style)
            return new PromptReader(style, name).Read(block);
        var text = string.Join('\n', block.Lines.Select(line => line.Text));
        if (string.IsNullOrWhiteSpace(text))
            return [];
        if (MagicPattern().IsMatch(text))
        {
            throw new FormatException(
                $"line {FirstWritten(block).Number} of the doctest for {name} begins with a magic, which an example cannot use; leave it out, or leave the block out with +SKIP");
        }

        var arrows = SyntaxFactory.ParseTokens(text, options: ArrowReader.ParseOptions)
            .SelectMany(token => token.GetAllTrivia())
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && ArrowReader.IsArrow(trivia.ToString()))
            .Select(trivia => trivia.SpanStart)
            .ToArray();
        return arrows.Length > 0 ? new ArrowReader(block, text, name).Read(arrows) : [Whole(block, text, name)];
    }

    /// <summary>Reads the options within code.</summary>
    /// <exception cref="FormatException">They are wrong.</exception>
    public static FlagChange FlagsOf(string code, int line, string name)
    {
        try
        {
            return FlagNames.InCode(code);
        }
        catch (FormatException exception)
        {
            throw new FormatException($"line {line} of the doctest for {name} {exception.Message}", exception);
        }
    }

    private static Example Whole(CodeBlock block, string text, string name) => new(text, block.Lines[0].Number, block.Lines[^1].Number)
    {
        Want = block.Output,
        Flags = block.Flags.Then(FlagsOf(text, FirstWritten(block).Number, name)),
    };

    private static DocLine FirstWritten(CodeBlock block) => block.Lines.First(line => !string.IsNullOrWhiteSpace(line.Text));

    [GeneratedRegex(@"\A\s*(%%|#!)[A-Za-z]", RegexOptions.ExplicitCapture)]
    private static partial Regex MagicPattern();
}
