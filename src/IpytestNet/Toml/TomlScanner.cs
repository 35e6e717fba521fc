using System.Globalization;
using System.Text;
using IpytestNet.CommandLine;

namespace IpytestNet.Toml;

/// <summary>Takes a TOML text apart from left to right.</summary>
/// <param name="path">The file, as errors name it.</param>
/// <param name="text">The text.</param>
internal sealed class TomlScanner(string path, string text)
{
    private readonly string _text = text.ReplaceLineEndings("\n");
    private int _position;

    /// <summary>The 1-based line.</summary>
    public int Line { get; private set; } = 1;

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    /// <summary>Goes to what stands next, over line ends and comments; false at the end of the text.</summary>
    public bool SkipToNextLineWithText()
    {
        SkipBlanksAndLines();
        return _position < _text.Length;
    }

    /// <summary>Skips spaces.</summary>
    public void SkipBlanks()
    {
        while (Current is ' ' or '\t')
            _position++;
    }

    /// <summary>Skips spaces, comments and line ends.</summary>
    public void SkipBlanksAndLines()
    {
        SkipBlanks();
        while (Current is '#' or '\n')
        {
            SkipComment();
            if (Current is '\n')
                Next();
            SkipBlanks();
        }
    }

    /// <summary>Makes sure that nothing follows in the line.</summary>
    public void ExpectEndOfLine()
    {
        SkipBlanks();
        SkipComment();
        if (Current is not ('\n' or '\0'))
            throw Wrong($"expected the end of the line, but got '{Rest()}'");
    }

    /// <summary>Takes a character if it is there.</summary>
    public bool TryTake(char character)
    {
        if (Current != character || _position >= _text.Length)
            return false;
        _position++;
        return true;
    }

    /// <summary>Takes a character that must be there.</summary>
    public void Expect(char character, string rule)
    {
        SkipBlanks();
        if (!TryTake(character))
            throw Wrong($"expected '{character}', but got '{Rest()}'; {rule}");
    }

    /// <summary>Takes one part of a key.</summary>
    public string TakeKey()
    {
        if (Current is '"' or '\'')
            return TakeString();
        var start = _position;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '_' or '-')
            _position++;
        return _position > start ? _text[start.._position] : throw Wrong($"expected a key, but got '{Rest()}'");
    }

    /// <summary>Takes a value that is no array and no table.</summary>
    public string TakeValue()
    {
        if (Current is '"' or '\'')
            return TakeString();
        var start = _position;
        while (Current is not ('\0' or '\n' or ',' or ']' or '}' or '#'))
            _position++;
        var value = _text[start.._position].Trim();
        return IsPlainValue(value) ? value : throw Wrong($"expected a value, but got '{value}'; write a text in quotes");
    }

    private static bool IsPlainValue(string value) => value is "true" or "false" || (value.Length > 0 && (char.IsAsciiDigit(value[0]) || value[0] is '+' or '-' || value is "inf" or "nan"));

    private string TakeString()
    {
        var quote = Current;
        var start = Line;
        var triple = new string(quote, 3);
        if (string.CompareOrdinal(_text, _position, triple, 0, 3) == 0)
        {
            _position += 3;
            TryTakeLine();
            return TakeTo(triple, start, quote is '"');
        }

        _position++;
        return TakeTo(quote.ToString(), start, quote is '"');
    }

    private string TakeTo(string end, int start, bool hasEscapes)
    {
        var value = new StringBuilder();
        while (_position >= _text.Length || string.CompareOrdinal(_text, _position, end, 0, end.Length) != 0)
        {
            if (_position >= _text.Length || (end.Length == 1 && Current is '\n'))
                throw new UsageException($"{path}:{start}: a text begins here that has no end; close it with {end}");
            if (hasEscapes && Current is '\\')
                TakeEscape(value);
            else
                value.Append(Next());
        }

        _position += end.Length;
        return value.ToString();
    }

    private void TakeEscape(StringBuilder value)
    {
        _position++;
        var escape = Next();
        switch (escape)
        {
            case 'n' or 't' or 'r' or 'b' or 'f' or '"' or '\\':
                value.Append(escape switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => escape });
                break;
            case 'u' or 'U' when TryTakeCode(escape is 'u' ? 4 : 8) is { } code:
                value.Append(code);
                break;
            case '\n' or ' ' or '\t':
                // A line that ends in a backslash goes on with the next text.
                while (Current is ' ' or '\t' or '\n')
                    Next();
                break;
            default:
                throw Wrong($"'\\{escape}' means nothing in a text; write \\\\ for a backslash, or quote the text with '");
        }
    }

    private string? TryTakeCode(int length)
    {
        if (_position + length > _text.Length || !int.TryParse(_text.AsSpan(_position, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || !Rune.IsValid(code))
            return null;
        _position += length;
        return new Rune(code).ToString();
    }

    private void TryTakeLine()
    {
        if (Current is '\n')
            Next();
    }

    private char Next()
    {
        var character = Current;
        _position++;
        if (character is '\n')
            Line++;
        return character;
    }

    private void SkipComment()
    {
        if (Current is not '#')
            return;
        while (Current is not ('\n' or '\0'))
            _position++;
    }

    private string Rest()
    {
        var end = _text.IndexOf('\n', Math.Min(_position, _text.Length));
        return _text[Math.Min(_position, _text.Length)..(end < 0 ? _text.Length : end)].Trim();
    }

    private UsageException Wrong(string problem) => new($"{path}:{Line}: {problem}");
}
