using IpytestNet.Hosting;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Compilation;

/// <summary>What a <c>#r</c> of a cell, or of a file that it loads, says.</summary>
/// <param name="Text">What stands between the quotes.</param>
/// <param name="Path">The name of the cell, or the full path of the file.</param>
/// <param name="Line">The 1-based line of the directive.</param>
/// <param name="Column">Its 1-based column.</param>
internal sealed record CellReference(string Text, string Path, int Line, int Column)
{
    /// <summary>Reads the references of a cell or file.</summary>
    public static IEnumerable<CellReference> In(CompilationUnitSyntax root, string path) => root.GetReferenceDirectives().Select(directive =>
    {
        var start = directive.GetLocation().GetLineSpan().StartLinePosition;
        return new CellReference(directive.File.ValueText, path, start.Line + 1, start.Character + 1);
    });

    /// <summary>Whether it is one by a scheme.</summary>
    public bool Is(IReferenceScheme scheme) => Text.StartsWith(scheme.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells what is wrong with it.</summary>
    public CompilationProblem Problem(string code, string message) => new(code, message, Path, Line, Column);
}
