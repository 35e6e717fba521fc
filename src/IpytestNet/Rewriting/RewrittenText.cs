using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Rewriting;

/// <summary>A text with edits applied, and the way back to the original.</summary>
public sealed class RewrittenText
{
    private readonly IReadOnlyList<Piece> _pieces;

    /// <param name="text">The new text.</param>
    /// <param name="pieces">The pieces that it was put together from, in order; the first begins at 0.</param>
    internal RewrittenText(string text, IReadOnlyList<Piece> pieces)
    {
        Text = text;
        _pieces = pieces;
    }

    /// <summary>The new text; it has as many lines as the original.</summary>
    public string Text { get; }

    /// <summary>Maps a position of the new text to the original one; a position in an inserted text maps to where it was inserted.</summary>
    /// <param name="position">A position in <see cref="Text"/>, from 0.</param>
    public int ToOriginal(int position) => Before?.ToOriginal(ToBefore(position)) ?? ToBefore(position);

    /// <summary>What the text was before these edits, if that is the result of edits as well.</summary>
    internal RewrittenText? Before { get; private init; }

    /// <summary>The text as one that was made from what other edits began with.</summary>
    internal RewrittenText After(RewrittenText before) => new(Text, _pieces) { Before = before };

    /// <summary>Whether anything within a part of the new text is not from the original.</summary>
    internal bool Changes(TextSpan part) => _pieces.Where((piece, index) =>
        !piece.IsOriginal && piece.Start < part.End && (index + 1 < _pieces.Count ? _pieces[index + 1].Start : Text.Length) > part.Start).Any();

    /// <summary>Maps a position of the new text to the text before these edits.</summary>
    internal int ToBefore(int position)
    {
        var (low, high) = (0, _pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _pieces[middle].Start <= position ? (middle, high) : (low, middle - 1);
        }

        var piece = _pieces[low];
        return piece.IsOriginal ? piece.OriginalStart + position - piece.Start : piece.OriginalStart;
    }

    /// <summary>A piece of the new text that is taken from the original, or comes from an edit.</summary>
    /// <param name="Start">Its position in the new text.</param>
    /// <param name="OriginalStart">The position in the original that it stands for.</param>
    /// <param name="IsOriginal">Whether its characters are those of the original.</param>
    internal sealed record Piece(int Start, int OriginalStart, bool IsOriginal);
}
