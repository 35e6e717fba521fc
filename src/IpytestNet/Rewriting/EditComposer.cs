using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Rewriting;

/// <summary>Applies the edits of several rewriters to one text, so that the code they put around nodes nests.</summary>
public static class EditComposer
{
    /// <summary>Applies the edits; where several come to one place, those of the first rewriter stand outside.</summary>
    /// <param name="text">The text that all edits were made for.</param>
    /// <param name="editsOfRewritersInOrder">The edits of each rewriter.</param>
    /// <exception cref="InvalidOperationException">An edit changes the number of lines, lies outside the text, or lies within what another replaces.</exception>
    public static RewrittenText Apply(string text, IEnumerable<IEnumerable<TextEdit>> editsOfRewritersInOrder)
    {
        var result = new StringBuilder();
        var pieces = new List<RewrittenText.Piece>();
        var done = 0;
        TextEdit? replacement = null;
        foreach (var edit in InOrder(editsOfRewritersInOrder))
        {
            Verify(text, edit);
            if (edit.Start < done)
                throw new InvalidOperationException($"Two rewriters change the same place of a cell: {edit} lies within what {replacement} replaces.");
            AddOriginal(edit.Start);
            pieces.Add(new(result.Length, edit.Start, IsOriginal: false));
            result.Append(edit.NewText);
            done = edit.End;
            replacement = edit.Length > 0 ? edit : replacement;
        }

        AddOriginal(text.Length);
        return new RewrittenText(result.ToString(), pieces);

        void AddOriginal(int end)
        {
            pieces.Add(new(result.Length, done, IsOriginal: true));
            result.Append(text, done, end - done);
            done = end;
        }
    }

    private static IEnumerable<TextEdit> InOrder(IEnumerable<IEnumerable<TextEdit>> editsOfRewriters)
    {
        var edits = editsOfRewriters.SelectMany(edits => edits).Select((edit, index) => (Edit: edit, Index: index)).ToList();
        edits.Sort((left, right) => Compare(left.Edit, left.Index, right.Edit, right.Index));
        return edits.Select(entry => entry.Edit);
    }

    private static int Compare(TextEdit left, int leftIndex, TextEdit right, int rightIndex)
    {
        if (left.Start != right.Start)
            return left.Start.CompareTo(right.Start);
        if (Rank(left) != Rank(right))
            return Rank(left).CompareTo(Rank(right));

        // What opens goes from the outside in, what closes from the inside out.
        var fromOutside = left.Extent != right.Extent ? right.Extent.CompareTo(left.Extent) : leftIndex.CompareTo(rightIndex);
        return left.Side is EditSide.After ? -fromOutside : fromOutside;
    }

    /// <summary>At one position, what closes the text before it comes first, and the replaced token last.</summary>
    private static int Rank(TextEdit edit) => edit switch
    {
        { Length: > 0 } => 2,
        { Side: EditSide.After } => 0,
        _ => 1,
    };

    private static void Verify(string text, TextEdit edit)
    {
        if (edit.Start < 0 || edit.Length < 0 || edit.End > text.Length)
            throw new InvalidOperationException($"A rewriter changes a place that a cell of {text.Length} characters does not have: {edit}.");
        if (LineBreaks(edit.NewText) != LineBreaks(text.Substring(edit.Start, edit.Length)))
            throw new InvalidOperationException($"A rewriter changes the number of lines of a cell, so that lines would be reported wrongly: {edit}.");
    }

    private static int LineBreaks(string text) => SourceText.From(text).Lines.Count - 1;
}
