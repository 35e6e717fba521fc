using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Tool.Export;

/// <summary>Changes of a text, gathered in any order; a change within what another replaces does not count.</summary>
/// <param name="text">The text.</param>
internal sealed class TextChanges(string text)
{
    private readonly List<(TextSpan Span, string NewText)> _changes = [];

    /// <summary>Puts a text in the place of another.</summary>
    public void Replace(TextSpan span, string newText) => _changes.Add((span, newText));

    /// <summary>Puts a text in the place of a token.</summary>
    public void Replace(SyntaxToken token, string newText) => Replace(token.Span, newText);

    /// <summary>Inserts a text.</summary>
    public void Insert(int position, string newText) => Replace(new TextSpan(position, 0), newText);

    /// <summary>Takes out a token, with the white space behind it.</summary>
    public void Remove(SyntaxToken token)
    {
        var end = token.Span.End;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        Replace(TextSpan.FromBounds(token.SpanStart, end), "");
    }

    /// <summary>Returns the text with its changes.</summary>
    public string All() => Apply(new TextSpan(0, text.Length));

    /// <summary>Returns a part of the text with its changes.</summary>
    public string Apply(TextSpan part)
    {
        var changed = new StringBuilder();
        var done = part.Start;
        // What is inserted at a place stands before what is replaced there, and what replaces more counts.
        foreach (var (span, newText) in _changes.OrderBy(change => change.Span.Start).ThenBy(change => change.Span.Length > 0).ThenByDescending(change => change.Span.Length))
        {
            if (span.Start < done || span.Start < part.Start || span.End > part.End)
                continue;
            changed.Append(text, done, span.Start - done).Append(newText);
            done = span.End;
        }

        return changed.Append(text, done, part.End - done).ToString();
    }

    /// <summary>Returns a node without the comments around it, with its changes.</summary>
    public string Apply(SyntaxNode node) => Apply(node.Span);
}
