using System.Text.RegularExpressions;
using IpytestNet.Hosting;
using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Kernel.Compilation;

/// <summary>An error or a warning of the compiler, with its place in the text that was compiled.</summary>
/// <param name="Code">Its code, as <c>CS0103</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Tree">The cell or file whose text has the error.</param>
/// <param name="Start">The position in that text, or -1 where it has none.</param>
/// <param name="File">The cell or file that <c>#line</c> directives name, if there are any.</param>
/// <param name="Place">The 0-based line and column in <paramref name="File"/>.</param>
internal sealed partial record CellProblem(string Code, string Message, string Tree, int Start, string File, LinePosition Place)
{
    /// <summary>The same problem in the text that a rewriter began with.</summary>
    public CellProblem In(RewrittenText rewritten) => Start < 0 ? this : this with { Start = rewritten.ToOriginal(Start) };

    /// <summary>The same problem, told of the text that its tree was made from.</summary>
    /// <param name="original">That text.</param>
    /// <param name="start">The position of the problem in it.</param>
    public CellProblem At(string original, int start)
    {
        var place = CSharpSyntaxTree.ParseText(original, CellSyntax.ParseOptions, Tree).GetMappedLineSpan(new TextSpan(start, 0));
        return this with { Start = start, File = place.Path, Place = place.StartLinePosition };
    }

    /// <summary>The problem as the library knows it.</summary>
    public CompilationProblem ToCompilationProblem() => new(Code, Message, File, Place.Line + 1, Place.Character + 1);

    /// <summary>Takes down the errors among diagnostics.</summary>
    public static IReadOnlyList<CellProblem> Errors(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error).Select(Of)];

    /// <summary>Takes down a diagnostic.</summary>
    public static CellProblem Of(Diagnostic diagnostic) =>
        Of(diagnostic.Location) with { Code = diagnostic.Id, Message = InWordsOfTheUser(diagnostic.GetMessage()) };

    /// <summary>Takes down a place, of which nothing is said yet.</summary>
    public static CellProblem Of(Location location)
    {
        var mapped = location.GetMappedLineSpan();
        return new CellProblem(
            "", "", location.SourceTree?.FilePath ?? "", location.IsInSource ? location.SourceSpan.Start : -1, mapped.Path ?? "", mapped.StartLinePosition);
    }

    // A cell is compiled as a class that the user knows nothing of.
    private static string InWordsOfTheUser(string message) =>
        CellMember().Replace(CellType().Replace(message, match => match.Index == 0 ? "The cell" : "the cell"), "");

    [GeneratedRegex(@"((the )?type )?'Submission#\d+'", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CellType();

    [GeneratedRegex(@"\bSubmission#\d+\.")]
    private static partial Regex CellMember();
}
