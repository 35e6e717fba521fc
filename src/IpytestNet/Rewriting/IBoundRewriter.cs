using Microsoft.CodeAnalysis;

namespace IpytestNet.Rewriting;

/// <summary>
/// One rule that changes the code of a cell by what the compiler knows of it. A rule of the user's is an <see cref="ICellRewriter"/> as well,
/// whose edits by syntax may be none, and is in the list of those.
/// </summary>
public interface IBoundRewriter
{
    /// <summary>Tells by syntax alone whether the rule may have edits for the code, so that it need not be bound for nothing.</summary>
    /// <param name="root">The syntax of the code.</param>
    bool Concerns(SyntaxNode root) => true;

    /// <summary>Lists the edits of the rule: insertions and replaced tokens, none of which adds or takes a line break.</summary>
    /// <param name="cell">The bound code, without the edits of other such rewriters.</param>
    IEnumerable<TextEdit> Rewrite(BoundCell cell);

    /// <summary>Gives the rule for one text, if it keeps in mind what it has changed.</summary>
    IBoundRewriter ForText() => this;

    /// <summary>Gives the rule without those of its edits that do not compile, or null if it has none there.</summary>
    /// <param name="positions">Where the compiler found errors, as positions in the code that the rule was given.</param>
    IBoundRewriter? Without(IReadOnlyList<int> positions) => null;
}
