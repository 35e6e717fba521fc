using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Coverage.Instrumentation;

/// <summary>Puts probes into code, which count its statements and the outcomes of its decisions.</summary>
/// <param name="options">What is asked for.</param>
/// <param name="found">Takes what was found in a text, in place of what was found there before.</param>
internal sealed class CoverageRewriter(InstrumentationOptions options, Action<string, InstrumentedCode?> found) : IBoundRewriter
{
    private static int _ids;

    private readonly HashSet<int> _leftOut = [];
    private IReadOnlyList<TextSpan> _probed = [];

    /// <inheritdoc/>
    public bool Concerns(SyntaxNode root) => root is CompilationUnitSyntax { Members.Count: > 0 } && !GeneratedSource.Is(root);

    /// <inheritdoc/>
    public IEnumerable<TextEdit> Rewrite(BoundCell cell)
    {
        var path = cell.Model.SyntaxTree.FilePath;
        _probed = [];
        if (MaskedErrors.Any(cell))
        {
            found(path, null);
            return [];
        }

        var id = Interlocked.Increment(ref _ids);
        var code = new ProbeCode(id);
        var instrumenter = new CodeInstrumenter(cell, code, options, _leftOut);
        instrumenter.Visit(cell.Root);
        _probed = [.. instrumenter.Probed.Select(node => node.Span)];
        found(path, instrumenter.Result(id));
        return instrumenter.Edits.Count == 0 ? [] : [Declarations(cell, code), .. instrumenter.Edits];
    }

    /// <inheritdoc/>
    public IBoundRewriter ForText() => new CoverageRewriter(options, found);

    /// <inheritdoc/>
    public IBoundRewriter? Without(IReadOnlyList<int> positions)
    {
        var broken = positions.SelectMany(Innermost).ToHashSet();
        if (broken.Count == 0)
            return null;
        var rest = new CoverageRewriter(options, found);
        rest._leftOut.UnionWith(_leftOut);
        rest._leftOut.UnionWith(broken);
        return rest;
    }

    // The end counts: what follows a node maps there.
    private IEnumerable<int> Innermost(int position)
    {
        var around = _probed.Where(span => position >= span.Start && position <= span.End).ToList();
        return around.Count == 0 ? [] : around.Where(span => span.Length == around.Min(other => other.Length)).Select(span => span.Start);
    }

    // At the end a script may have an expression, and a file can have nothing before its first namespace.
    private static TextEdit Declarations(BoundCell cell, ProbeCode code)
    {
        var root = (CompilationUnitSyntax)cell.Root;
        return cell.Model.SyntaxTree.Options.Kind is SourceCodeKind.Script
            ? TextEdit.Before(root.Members[0], code.Declarations(isScript: true) + " ") with { Extent = int.MaxValue }
            : TextEdit.After(root.Members[^1], " " + code.Declarations(isScript: false)) with { Extent = int.MaxValue };
    }
}
