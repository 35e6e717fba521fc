using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>Lets assertions keep the values of their parts, so that a failure can explain itself.</summary>
/// <param name="explains">Whether they are to be explained; if not, only those are rewritten that the compiler would drop.</param>
internal sealed class BoundAssertions(bool explains) : IBoundRewriter
{
    private readonly HashSet<int> _plain = [];
    private readonly List<TextSpan> _explained = [];

    /// <inheritdoc/>
    public bool Concerns(SyntaxNode root) => AssertionFinder.MayHaveAny(root);

    /// <inheritdoc/>
    public IBoundRewriter ForText() => new BoundAssertions(explains);

    /// <inheritdoc/>
    public IEnumerable<TextEdit> Rewrite(BoundCell cell)
    {
        _explained.Clear();
        return [.. AssertionFinder.Find(cell).SelectMany(assertion => Rewrite(assertion, cell))];
    }

    /// <inheritdoc/>
    public IBoundRewriter? Without(IReadOnlyList<int> positions)
    {
        // The end counts: what follows the last token of an assertion maps there.
        var broken = _explained.Where(span => positions.Any(position => position >= span.Start && position <= span.End)).ToList();
        if (broken.Count == 0)
            return null;
        var rest = new BoundAssertions(explains);
        rest._plain.UnionWith(_plain);
        rest._plain.UnionWith(broken.Select(span => span.Start));
        return rest;
    }

    private IEnumerable<TextEdit> Rewrite(Assertion assertion, BoundCell cell)
    {
        if (explains && !_plain.Contains(assertion.Whole.SpanStart) && ExplainedCode.Of(assertion, cell) is { } edits)
        {
            _explained.Add(assertion.Whole.Span);
            return edits;
        }

        return assertion.IsDropped ? PlainCode.Of(assertion, cell) : [];
    }
}
