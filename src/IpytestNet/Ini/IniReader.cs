using IpytestNet.CommandLine;

namespace IpytestNet.Ini;

/// <summary>Reads ini files as Python's configparser does: <c>key = value</c> or <c>key: value</c>, indented lines go on, <c>#</c> and <c>;</c> begin comments.</summary>
internal sealed class IniReader
{
    private readonly string _path;
    private readonly List<IniEntry> _entries = [];
    private readonly HashSet<string> _sections = new(StringComparer.Ordinal);
    private string? _section;
    private bool _isWithinValue;

    private IniReader(string path) => _path = path;

    /// <summary>Reads the text of a file.</summary>
    /// <param name="path">The file, as errors name it.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="UsageException">A line is no section, key, comment or continuation; the message names it.</exception>
    public static IReadOnlyList<IniEntry> Read(string path, string text)
    {
        var reader = new IniReader(path);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
            reader.Take(lines[i], i + 1);
        return reader._entries;
    }

    private void Take(string line, int number)
    {
        var text = line.Trim();
        if (text.Length == 0 || text[0] is '#' or ';')
            return;
        if (char.IsWhiteSpace(line[0]))
            Continue(text, number);
        else if (text[0] == '[')
            Begin(text, number);
        else
            Add(text, number);
    }

    private void Continue(string text, int number)
    {
        if (!_isWithinValue)
            throw Wrong(number, $"unexpected value continuation: '{text}' is indented, but no key stands before it");
        var last = _entries[^1];
        _entries[^1] = last with { Value = last.Value.Length > 0 ? $"{last.Value}\n{text}" : text };
    }

    private void Begin(string text, int number)
    {
        if (!text.EndsWith(']') || text.Length < 3)
            throw Wrong(number, $"unexpected line: '{text}'; a section is written as [ipytest]");
        _section = text[1..^1].Trim();
        _isWithinValue = false;
        if (!_sections.Add(_section))
            throw Wrong(number, $"duplicate section '{_section}'; join the two");
    }

    private void Add(string text, int number)
    {
        var end = text.AsSpan().IndexOfAny('=', ':');
        var key = end > 0 ? text[..end].Trim() : "";
        if (key.Length == 0)
            throw Wrong(number, $"unexpected line: '{text}'; write key = value, and indent the further lines of a value");
        if (_section is null)
            throw Wrong(number, $"no section header defined before '{key}'; begin the file with [ipytest]");
        if (_entries.Exists(entry => entry.Section == _section && entry.Key == key))
            throw Wrong(number, $"duplicate name '{key}'; join the two");
        _entries.Add(new IniEntry(_section, key, text[(end + 1)..].Trim(), number));
        _isWithinValue = true;
    }

    private UsageException Wrong(int line, string problem) => new($"{_path}:{line}: {problem}");
}
