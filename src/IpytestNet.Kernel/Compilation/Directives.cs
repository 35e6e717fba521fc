using IpytestNet.Hosting;
using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Compilation;

/// <summary>What looks like a directive of a cell but is none here.</summary>
internal static class Directives
{
    /// <summary>Refuses sources of packages that name none, and magics that would be taken for C#.</summary>
    /// <exception cref="CompilationException">The cell has one.</exception>
    public static void EnsureAvailable(string cell, CellSyntax syntax)
    {
        var code = syntax.Text.ToString();
        if (!code.Contains("#i", StringComparison.Ordinal) && !code.Contains('%', StringComparison.Ordinal) && !code.Contains("#!", StringComparison.Ordinal))
            return;
        CompilationProblem[] problems = [.. Sources(syntax.Root, cell), .. Magics(syntax.Root, cell)];
        if (problems.Length > 0)
            throw new CompilationException(problems);
    }

    /// <summary>Refuses <c>#i</c> in loaded files where it names no source of packages.</summary>
    /// <exception cref="CompilationException">A file has one.</exception>
    public static void EnsureSources(IEnumerable<LoadedFile> files)
    {
        CompilationProblem[] problems = [.. files.SelectMany(file => Sources(file.Root, file.Path))];
        if (problems.Length > 0)
            throw new CompilationException(problems);
    }

    // Those that name one are blanked.
    private static IEnumerable<CompilationProblem> Sources(CompilationUnitSyntax root, string path) => SourceDirective.In(root).Select(directive =>
        new CompilationProblem(
            "IPY0010",
            "Expected a source of packages behind #i, a URL or a folder, as in #i \"nuget: ../packages\"",
            path,
            directive.Place.Line + 1,
            directive.Place.Character + 1));

    private static IEnumerable<CompilationProblem> Magics(CompilationUnitSyntax root, string cell)
    {
        // No C# begins with this operator.
        if (root.GetFirstToken(includeSkipped: true) is var first && first.IsKind(SyntaxKind.PercentToken) && !IsDoubled(first))
            return [Problem("IPY0003", "There are no line magics here, only cell magics; write %% and code below it", cell, first.GetLocation())];
        return MisplacedMagics(root, cell);
    }

    private static IEnumerable<CompilationProblem> MisplacedMagics(CompilationUnitSyntax root, string cell) => root.DescendantTokens()
        .Where(token => token.IsKind(SyntaxKind.PercentToken) && IsDoubled(token) && IsFirstOfItsLine(token))
        .Select(token => token.GetLocation())
        .Concat(root.DescendantTrivia().Where(trivia => trivia.IsDirective && trivia.SpanStart > 0 && trivia.ToString().StartsWith("#!", StringComparison.Ordinal))
            .Select(trivia => trivia.GetLocation()))
        .Select(place => Problem("IPY0002", "A magic stands in the first line of its cell; move it there, or into a cell of its own", cell, place));

    private static bool IsDoubled(SyntaxToken percent) =>
        percent.GetNextToken(includeSkipped: true) is var next && next.IsKind(SyntaxKind.PercentToken) && next.SpanStart == percent.Span.End;

    private static bool IsFirstOfItsLine(SyntaxToken token)
    {
        var lines = token.SyntaxTree!.GetText().Lines;
        var line = lines.GetLineFromPosition(token.SpanStart);
        return string.IsNullOrWhiteSpace(line.ToString()[..(token.SpanStart - line.Start)]);
    }

    private static CompilationProblem Problem(string code, string message, string cell, Location place)
    {
        var start = place.GetLineSpan().StartLinePosition;
        return new CompilationProblem(code, message, cell, start.Line + 1, start.Character + 1);
    }
}
