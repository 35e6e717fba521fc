using IpytestNet.Cells;
using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Completion;

/// <summary>Tells whether a cell is written to its end.</summary>
internal static class CompletenessCheck
{
    // A text or a character without its end, which no other line can bring.
    private static readonly string[] EndsWithLine = ["CS1010", "CS1012"];

    /// <summary>Checks a cell; any text will do.</summary>
    public static Completeness Of(string text)
    {
        var cell = CellText.Parse(text);
        return cell.Magic is { } magic ? Under(magic, cell) : Of(Parse(cell.Body));
    }

    // As in IPython, a cell with a magic ends at a blank line: what stands below may be any number of statements.
    private static Completeness Under(MagicLine magic, CellText cell)
    {
        if (string.IsNullOrWhiteSpace(cell.Body))
            return IsQuestion(magic) ? new Completeness.Complete() : new Completeness.Incomplete(0);
        var isEnded = string.IsNullOrWhiteSpace(cell.Body[(cell.Body.LastIndexOf('\n') + 1)..]);
        if (magic.Name is "writefile")
            return isEnded ? new Completeness.Complete() : new Completeness.Incomplete(NextIndent.AsIn(cell.Body));
        var tree = Parse(cell.Body);
        var code = Of(tree);
        return code is Completeness.Complete && !isEnded ? new Completeness.Incomplete(NextIndent.After(tree)) : code;
    }

    private static Completeness Of(SyntaxTree tree)
    {
        if (tree.GetDiagnostics().Any(diagnostic => EndsWithLine.Contains(diagnostic.Id)))
            return new Completeness.Invalid();
        if (!SyntaxFactory.IsCompleteSubmission(tree) || IsUnfinished(tree))
            return new Completeness.Incomplete(NextIndent.After(tree));
        return tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)
            ? new Completeness.Invalid()
            : new Completeness.Complete();
    }

    // A raw string whose end is not written, and attributes whose declaration is not, are errors to the compiler that may go on.
    private static bool IsUnfinished(SyntaxTree tree)
    {
        var last = tree.GetRoot().GetLastToken(includeSkipped: true);
        return last.Kind() switch
        {
            SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken =>
                last.ContainsDiagnostics,
            SyntaxKind.CloseBracketToken => last.Parent is AttributeListSyntax,
            _ => false,
        };
    }

    private static bool IsQuestion(MagicLine magic) => magic.Name is IpytestMagic.Name && IpytestMagic.IsQuestion(magic.Arguments.Split(' '));

    private static SyntaxTree Parse(string code) => CellSyntax.Parse(code, new HashSet<string>(StringComparer.Ordinal)).Root.SyntaxTree;
}
