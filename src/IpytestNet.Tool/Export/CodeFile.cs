using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Tool.Export;

/// <summary>The text of a source file, with the places of its pieces.</summary>
internal sealed class CodeFile
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, Chunk Chunk)> _chunks = [];
    private readonly List<(int Start, int End)> _spans = [];

    /// <summary>The text.</summary>
    public string Text => _text.ToString().TrimEnd() + "\n";

    /// <summary>Adds lines as they are.</summary>
    public void Add(string lines) => _text.Append(lines).Append('\n');

    /// <summary>Adds a blank line, unless one is there or a block begins.</summary>
    public void Part()
    {
        if (_text.Length > 0 && !Ends("\n\n") && !Ends("{\n"))
            _text.Append('\n');
    }

    /// <summary>Adds a piece.</summary>
    /// <param name="chunk">The piece.</param>
    /// <param name="columns">How far it is indented.</param>
    public void Add(Chunk chunk, int columns)
    {
        var start = _text.Length;
        if (chunk.Comments.Length > 0)
            Add(CodeLines.Indent(chunk.Comments, columns));
        if (chunk.Text.Length > 0)
            Add(CodeLines.Indent(chunk.Text, columns));
        _chunks.Add((start, chunk));
        _spans.Add((start, _text.Length));
    }

    /// <summary>Finds the piece at a place.</summary>
    public Chunk? Find(TextSpan place)
    {
        var at = _spans.FindIndex(span => span.Start <= place.Start && place.Start < span.End);
        return at < 0 ? null : _chunks[at].Chunk;
    }

    private bool Ends(string end)
    {
        if (_text.Length < end.Length)
            return false;
        for (var i = 0; i < end.Length; i++)
        {
            if (_text[_text.Length - end.Length + i] != end[i])
                return false;
        }

        return true;
    }
}
