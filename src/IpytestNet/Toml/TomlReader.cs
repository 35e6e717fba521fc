using IpytestNet.CommandLine;

namespace IpytestNet.Toml;

/// <summary>
/// Reads TOML as far as settings need it: tables, keys, strings of all kinds, numbers, booleans, arrays and inline tables. What a
/// value is besides its text does not matter here; dates and numbers are taken as they are written.
/// </summary>
internal sealed class TomlReader
{
    private readonly TomlScanner _scanner;
    private readonly List<TomlEntry> _entries = [];
    private string _table = "";

    private TomlReader(string path, string text) => _scanner = new TomlScanner(path, text);

    /// <summary>Reads the text of a file.</summary>
    /// <param name="path">The file, as errors name it.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="UsageException">It is malformed; the message names file and line.</exception>
    public static IReadOnlyList<TomlEntry> Read(string path, string text)
    {
        var reader = new TomlReader(path, text);
        reader.Read();
        return reader._entries;
    }

    private void Read()
    {
        while (_scanner.SkipToNextLineWithText())
        {
            if (_scanner.TryTake('['))
                ReadTable();
            else
                ReadEntry(_table);
            _scanner.ExpectEndOfLine();
        }
    }

    private void ReadTable()
    {
        var isArray = _scanner.TryTake('[');
        _table = ReadKey();
        _scanner.Expect(']', "a table is written as [tool.coverage.run]");
        if (isArray)
            _scanner.Expect(']', "a table of an array is written as [[name]]");
    }

    private void ReadEntry(string table)
    {
        var line = _scanner.Line;
        var path = ReadKey();
        _scanner.Expect('=', "write key = value");
        var dot = path.LastIndexOf('.');
        var (inner, key) = dot < 0 ? (table, path) : (Join(table, path[..dot]), path[(dot + 1)..]);
        _scanner.SkipBlanks();
        if (_scanner.TryTake('{'))
            ReadInlineTable(Join(inner, key));
        else
            _entries.Add(new TomlEntry(inner, key, ReadValues(), line));
    }

    private void ReadInlineTable(string table)
    {
        _scanner.SkipBlanksAndLines();
        while (!_scanner.TryTake('}'))
        {
            ReadEntry(table);
            _scanner.SkipBlanksAndLines();
            if (!_scanner.TryTake(','))
            {
                _scanner.Expect('}', "entries of an inline table are divided by commas");
                return;
            }

            _scanner.SkipBlanksAndLines();
        }
    }

    private List<string> ReadValues()
    {
        if (!_scanner.TryTake('['))
            return [_scanner.TakeValue()];
        var values = new List<string>();
        _scanner.SkipBlanksAndLines();
        while (!_scanner.TryTake(']'))
        {
            values.AddRange(ReadItem());
            _scanner.SkipBlanksAndLines();
            if (!_scanner.TryTake(','))
            {
                _scanner.Expect(']', "values of an array are divided by commas");
                return values;
            }

            _scanner.SkipBlanksAndLines();
        }

        return values;
    }

    // What an array holds besides plain values is read over; no setting has such.
    private List<string> ReadItem()
    {
        if (!_scanner.TryTake('{'))
            return ReadValues();
        var count = _entries.Count;
        ReadInlineTable("");
        _entries.RemoveRange(count, _entries.Count - count);
        return [];
    }

    private string ReadKey()
    {
        _scanner.SkipBlanks();
        var key = _scanner.TakeKey();
        _scanner.SkipBlanks();
        while (_scanner.TryTake('.'))
        {
            _scanner.SkipBlanks();
            key = Join(key, _scanner.TakeKey());
            _scanner.SkipBlanks();
        }

        return key;
    }

    private static string Join(string first, string second) => first.Length == 0 ? second : $"{first}.{second}";
}
