using IpytestNet.Hosting;
using IpytestNet.Rewriting;

namespace IpytestNet.Kernel.Compilation;

/// <summary>What a <c>#r</c> of a cell, or of a file that it loads, says; or an <c>#i</c>.</summary>
/// <param name="Text">What stands between the quotes.</param>
/// <param name="Path">The name of the cell, or the full path of the file.</param>
/// <param name="Line">The 1-based line of the directive.</param>
/// <param name="Column">Its 1-based column.</param>
internal sealed record CellReference(string Text, string Path, int Line, int Column)
{
    /// <summary>Whether it is no <c>#r</c> but an <c>#i</c>, which tells where to look.</summary>
    public bool IsSource { get; init; }

    /// <summary>Reads the references of a cell or file, then the sources that it names.</summary>
    public static IEnumerable<CellReference> In(CellSyntax cell, string path) => cell.Root.GetReferenceDirectives()
        .Select(directive => (directive.File.ValueText, directive.GetLocation().GetLineSpan().StartLinePosition))
        .Select(found => new CellReference(found.ValueText, path, found.StartLinePosition.Line + 1, found.StartLinePosition.Character + 1))
        .Concat(cell.Sources.Select(source => new CellReference(source.Text!, path, source.Place.Line + 1, source.Place.Character + 1) { IsSource = true }));

    /// <summary>Tells what is wrong with it.</summary>
    public CompilationProblem Problem(string code, string message) => new(code, message, Path, Line, Column);
}
