using System.Text;
using System.Text.Json;

namespace IpytestNet.Kernel.Documents;

/// <summary>Finds on which lines of a Jupyter notebook's file the sources of its cells stand.</summary>
internal sealed class IpynbLines
{
    private readonly byte[] _bytes;
    private readonly List<List<int>> _cells = [];
    private int _line = 1;
    private int _counted;
    private bool _beginsLine;

    private IpynbLines(string text) => _bytes = Encoding.UTF8.GetBytes(text);

    /// <summary>Gives for each cell the line of the file (1-based) of each of its lines.</summary>
    /// <param name="text">The text of a notebook that can be read.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Of(string text)
    {
        var lines = new IpynbLines(text);
        lines.Read();
        return lines._cells;
    }

    private void Read()
    {
        var reader = new Utf8JsonReader(_bytes, new JsonReaderOptions { MaxDepth = JsonText.MaxDepth });
        while (reader.Read())
        {
            switch (reader.TokenType, reader.CurrentDepth)
            {
                case (JsonTokenType.PropertyName, 1) when !reader.ValueTextEquals("cells"u8):
                case (JsonTokenType.PropertyName, 3) when !reader.ValueTextEquals("source"u8):
                    reader.Skip();
                    break;
                case (JsonTokenType.StartObject, 2):
                    _cells.Add([]);
                    _beginsLine = true;
                    break;
                case (JsonTokenType.String, 3 or 4):
                    Add(reader.GetString()!, (int)reader.TokenStartIndex);
                    break;
            }
        }
    }

    // Where an entry of the array holds several lines, or a part of one, all of them stand on its line.
    private void Add(string text, int position)
    {
        _line += _bytes.AsSpan(_counted, position - _counted).Count((byte)'\n');
        _counted = position;
        foreach (var c in text)
        {
            if (_beginsLine)
                _cells[^1].Add(_line);
            _beginsLine = c is '\n';
        }
    }
}
