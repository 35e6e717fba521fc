using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Tool.Export;

/// <summary>Moves code to the right or the left, but for the lines of strings that would become others.</summary>
internal static class CodeLines
{
    /// <summary>Moves lines to the right.</summary>
    /// <param name="code">The code.</param>
    /// <param name="columns">By how many columns.</param>
    public static string Indent(string code, int columns)
    {
        var lines = code.ReplaceLineEndings("\n").Split('\n');
        var isFixed = Fixed(code);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > 0 && !isFixed.Contains(i))
                lines[i] = new string(' ', columns) + lines[i];
        }

        return string.Join('\n', lines);
    }

    /// <summary>Moves lines to the left as far as all of them go, and takes blank ones away at both ends.</summary>
    public static string Dedent(string code)
    {
        code = code.ReplaceLineEndings("\n").TrimEnd().TrimStart('\n');
        while (code.IndexOf('\n', StringComparison.Ordinal) is > -1 and var end && string.IsNullOrWhiteSpace(code[..end]))
            code = code[(end + 1)..];
        return Dedent(code, Columns(code));
    }

    /// <summary>Moves lines to the left.</summary>
    /// <param name="code">The code.</param>
    /// <param name="columns">By how many columns at most.</param>
    public static string Dedent(string code, int columns)
    {
        var lines = code.ReplaceLineEndings("\n").Split('\n');
        var isFixed = Fixed(code);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!isFixed.Contains(i))
                lines[i] = lines[i][Math.Min(columns, Blanks(lines[i]))..];
        }

        return string.Join('\n', lines);
    }

    private static int Columns(string code)
    {
        var isFixed = Fixed(code);
        return code.Split('\n').Where((line, i) => !string.IsNullOrWhiteSpace(line) && !isFixed.Contains(i)).Select(Blanks).DefaultIfEmpty(0).Min();
    }

    private static int Blanks(string line) => line.Length - line.TrimStart(' ', '\t').Length;

    // White space at the beginning of a line of a verbatim string is part of it; that of a raw string moves with its end.
    private static HashSet<int> Fixed(string code)
    {
        if (!code.Contains('@', StringComparison.Ordinal) || !code.Contains('\n', StringComparison.Ordinal))
            return [];
        var tree = CSharpSyntaxTree.ParseText(code, CellSyntax.ParseOptions);
        return [.. tree.GetRoot().DescendantTokens().Where(IsVerbatim).SelectMany(token => LinesBehindFirst(tree, token))];
    }

    private static IEnumerable<int> LinesBehindFirst(SyntaxTree tree, SyntaxToken token)
    {
        var place = tree.GetLineSpan(token.Span);
        var first = place.StartLinePosition.Line + 1;
        return Enumerable.Range(first, place.EndLinePosition.Line - first + 1);
    }

    private static bool IsVerbatim(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken => token.Text.StartsWith('@'),
        SyntaxKind.InterpolatedStringTextToken => token.Parent?.Parent is InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedVerbatimStringStartToken },
        _ => false,
    };
}
