using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Kernel.Compilation;

/// <summary>
/// Passes the texts of one compilation through the rewriters that need the compiler's knowledge. Edits that do not compile are left
/// out the next time, so that a defect of a rewriter is never an error of the user's.
/// </summary>
internal sealed class BoundRewriting(IReadOnlyList<IBoundRewriter> rewriters)
{
    private readonly Dictionary<string, IReadOnlyList<IBoundRewriter>> _remaining = new(StringComparer.Ordinal);

    /// <summary>The errors that rewriters have caused.</summary>
    public IReadOnlyList<CellProblem> Defects { get; private set; } = [];

    /// <summary>Rewrites a text, or gives null where there is nothing to do.</summary>
    public RewrittenText? Rewrite(SourceCode code, SyntaxTree tree, CSharpCompilation compilation)
    {
        var root = tree.GetRoot();
        if (HasErrors(root))
            return null;
        var concerned = RewritersOf(code.Path).Where(rewriter => rewriter.Concerns(root)).ToList();
        if (concerned.Count == 0)
            return null;
        var cell = code.Bound(compilation.GetSemanticModel(tree));
        var own = concerned.FindAll(rewriter => !IsOfUser(rewriter));
        if (Ruled(code, cell, concerned.FindAll(IsOfUser)) is not { } ruled)
            return EditComposer.Apply(code.Text, own.Select(rewriter => EditsOfOwn(rewriter, cell, code.Path)));

        var ruledTree = CSharpSyntaxTree.ParseText(ruled.Text, (CSharpParseOptions)tree.Options, tree.FilePath);
        if (HasErrors(ruledTree.GetRoot()))
            return ruled;
        var ruledCell = Told(ruled, cell, compilation.ReplaceSyntaxTree(tree, ruledTree).GetSemanticModel(ruledTree));
        return EditComposer.Apply(ruled.Text, own.Select(rewriter => EditsOfOwn(rewriter, ruledCell, code.Path))).After(ruled);
    }

    /// <summary>Leaves out what caused errors in texts; if none stands where a rewriter was at work, all that can be left out.</summary>
    /// <param name="texts">The rewritten texts by path.</param>
    /// <param name="problems">The errors.</param>
    /// <returns>Whether there was anything to leave out.</returns>
    public bool LeaveOut(IEnumerable<KeyValuePair<string, RewrittenText>> texts, IReadOnlyList<CellProblem> problems)
    {
        var found = texts.ToList();
        var leftOut = LeaveOut(found, (path, _) => problems.Where(problem => problem.Tree == path && problem.Start >= 0).Select(problem => problem.Start))
            || LeaveOut(found, (_, text) => Enumerable.Range(0, text.Text.Length));
        if (leftOut)
            Defects = [.. Defects, .. problems];
        return leftOut;
    }

    private bool LeaveOut(List<KeyValuePair<string, RewrittenText>> texts, Func<string, RewrittenText, IEnumerable<int>> placesIn)
    {
        var leftOut = false;
        foreach (var (path, text) in texts)
        {
            var starts = placesIn(path, text).ToList();
            var (ofUser, ofOwn) = (starts.ConvertAll(text.ToOriginal), starts.ConvertAll(text.ToBefore));
            var reduced = RewritersOf(path).Select(rewriter => (Before: rewriter, After: rewriter.Without(IsOfUser(rewriter) ? ofUser : ofOwn))).ToList();
            leftOut |= reduced.Exists(pair => pair.After is not null);
            _remaining[path] = [.. reduced.Select(pair => pair.After ?? pair.Before)];
        }

        return leftOut;
    }

    private IReadOnlyList<IBoundRewriter> RewritersOf(string path)
    {
        if (!_remaining.TryGetValue(path, out var own))
            _remaining[path] = own = [.. rewriters.Select(rewriter => rewriter.ForText())];
        return own;
    }

    // Theirs come from a list of such.
    private static bool IsOfUser(IBoundRewriter rewriter) => rewriter is ICellRewriter;

    // Ours see what the rules of the user have made of the code, so that what is told of it is right.
    private static RewrittenText? Ruled(SourceCode code, BoundCell cell, List<IBoundRewriter> rules) =>
        UserRules.Apply(code.Text, rules, rule => rule.Rewrite(cell));

    /// <summary>Gives the code after the rules of the user, of which messages tell what they have changed, and all else as it was written.</summary>
    private static BoundCell Told(RewrittenText ruled, BoundCell written, SemanticModel model) => new(model, span => ruled.Changes(span)
        ? SourceLine.Of(model.SyntaxTree.GetRoot(), span)
        : written.TextOf(TextSpan.FromBounds(ruled.ToOriginal(span.Start), ruled.ToOriginal(span.End))))
    {
        ToOriginal = position => written.ToOriginal(ruled.ToOriginal(position)),
    };

    private IReadOnlyList<TextEdit> EditsOfOwn(IBoundRewriter rewriter, BoundCell cell, string path)
    {
        try
        {
            return [.. rewriter.Rewrite(cell)];
        }
        catch (Exception exception) when (exception is not ThreadInterruptedException)
        {
            // A cell that the user wrote rightly runs as it is.
            Defects = [.. Defects, new CellProblem(exception.GetType().Name, exception.Message, path, Start: -1, path, default)];
            return [];
        }
    }

    // The errors of what cannot compile stay what they are.
    private static bool HasErrors(SyntaxNode root) =>
        root.ContainsDiagnostics && root.GetDiagnostics().Any(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
}
