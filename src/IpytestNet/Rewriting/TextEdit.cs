using Microsoft.CodeAnalysis;

namespace IpytestNet.Rewriting;

/// <summary>A change of a text: an insertion, or a token that is replaced.</summary>
/// <param name="Start">The position in the original text, from 0.</param>
/// <param name="Length">The number of characters that are replaced; 0 for an insertion.</param>
/// <param name="NewText">The text that comes there.</param>
public sealed record TextEdit(int Start, int Length, string NewText)
{
    /// <summary>Which neighbour an insertion belongs to.</summary>
    /// <value>Default <see cref="EditSide.Before"/>.</value>
    public EditSide Side { get; init; } = EditSide.Before;

    /// <summary>How many characters of the original the inserted text opens or closes; the longer ones stand outside.</summary>
    /// <value>Default 0: nothing is known, so the order of the rewriters decides.</value>
    public int Extent { get; init; }

    /// <summary>The position after the replaced characters.</summary>
    public int End => Start + Length;

    /// <summary>Inserts a text that opens a node.</summary>
    public static TextEdit Before(SyntaxNodeOrToken node, string text) => new(node.Span.Start, 0, text) { Extent = node.Span.Length };

    /// <summary>Inserts a text that closes a node.</summary>
    public static TextEdit After(SyntaxNodeOrToken node, string text) => new(node.Span.End, 0, text) { Side = EditSide.After, Extent = node.Span.Length };

    /// <summary>Replaces a token.</summary>
    public static TextEdit Replace(SyntaxToken token, string text) => new(token.Span.Start, token.Span.Length, text);
}
