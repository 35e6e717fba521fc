using System.Globalization;
using System.Text;

namespace IpytestNet.Values;

/// <summary>Values that have one piece of text, as C# or ISO 8601 writes them.</summary>
internal static class Literal
{
    /// <summary>The characters that a text has at least when it is cut.</summary>
    public const int ShortestCut = 16;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Writes the value, or gives null if it is not of such a type.</summary>
    public static string? Of(object value, bool exact) => value switch
    {
        bool truth => truth ? "true" : "false",
        char character => OfChar(character, exact),
        Enum constant => OfEnum(constant, exact),
        double number => OfDouble(number),
        float number => OfFloat(number),
        Half number when Half.IsNaN(number) => "Half.NaN",
        DateTime time => time.ToString(exact ? "O" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", Invariant),
        DateTimeOffset time => time.ToString(exact ? "O" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", Invariant),
        DateOnly date => date.ToString("O", Invariant),
        TimeOnly time => time.ToString(exact ? "O" : "HH:mm:ss.FFFFFFF", Invariant),
        TimeSpan span => span.ToString("c", Invariant),
        DBNull => "DBNull",
        Type type => exact ? $"typeof({TypeName.Of(type)})" : TypeName.Of(type),
        Delegate function => OfDelegate(function),
        _ => null,
    };

    /// <summary>Writes a string in quotes; one that is longer than <paramref name="limit"/> is cut, and its length said.</summary>
    public static string OfString(string value, int limit, bool exact)
    {
        var whole = Escaped(value, limit, exact, quote: true);
        if (whole.IsWhole)
            return $"\"{whole.Text}\"";
        var rest = HowLong(value);
        return $"\"{Escaped(value, Math.Max(limit - rest.Length, ShortestCut), exact, quote: true).Text}\"{rest}";
    }

    /// <summary>Writes text that is no string on one line, without quotes; one that is longer than <paramref name="limit"/> is cut.</summary>
    public static string OfText(string text, int limit, bool exact)
    {
        var line = Start(text, limit + 1).ReplaceLineEndings("\n");
        var whole = Escaped(line, limit, exact, quote: false);
        if (whole.IsWhole && text.Length <= limit)
            return whole.Text;
        var rest = HowLong(text);
        return Escaped(line, Math.Max(limit - rest.Length, ShortestCut), exact, quote: false).Text + rest;
    }

    /// <summary>Cuts a text that is longer than <paramref name="limit"/>, and says its length.</summary>
    public static string Cut(string text, int limit) =>
        text.Length > limit ? Start(text, Math.Max(limit - HowLong(text).Length, ShortestCut)) + HowLong(text) : text;

    /// <summary>Gives the first characters of a text, without the first half of a surrogate pair at its end.</summary>
    public static string Start(string value, int limit)
    {
        if (value.Length <= limit)
            return value;
        return char.IsHighSurrogate(value[limit - 1]) ? value[..(limit - 1)] : value[..limit];
    }

    private static string HowLong(string text) => $"... ({text.Length} characters)";

    private static string OfChar(char value, bool exact) => value switch
    {
        '\'' => @"'\''",
        '\\' => @"'\\'",
        _ when char.IsSurrogate(value) => $"'{Code(value)}'",
        _ when Rune.GetUnicodeCategory(new Rune(value)) is UnicodeCategory.NonSpacingMark => $"'{Code(value)}'",
        _ => $"'{Escaped(new Rune(value), exact, quote: false)}'",
    };

    /// <summary>Escapes a text up to a number of written characters.</summary>
    private static (string Text, bool IsWhole) Escaped(string value, int limit, bool exact, bool quote)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length;)
        {
            var isRune = Rune.TryGetRuneAt(value, i, out var rune);
            var written = isRune ? Escaped(rune, exact, quote) : Code(value[i]);
            if (text.Length + written.Length > limit)
                return (text.ToString(), IsWhole: false);
            text.Append(written);
            i += isRune ? rune.Utf16SequenceLength : 1;
        }

        return (text.ToString(), IsWhole: true);
    }

    private static string Escaped(Rune rune, bool exact, bool quote) => rune.Value switch
    {
        '"' when quote => "\\\"",
        '\\' => quote ? @"\\" : @"\",
        '\0' => @"\0",
        '\a' => @"\a",
        '\b' => @"\b",
        '\f' => @"\f",
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        '\v' => @"\v",
        _ when Confusable.IsInvisible(rune) || (exact && Confusable.LooksLikeOther(rune)) => rune.IsBmp ? Code((char)rune.Value) : $@"\U{rune.Value:X8}",
        _ => rune.ToString(),
    };

    private static string Code(char character) => $@"\u{(int)character:X4}";

    private static string OfEnum(Enum value, bool exact)
    {
        var type = TypeName.Of(value.GetType());
        var names = value.ToString();
        if (char.IsAsciiDigit(names[0]) || names[0] is '-')
            return $"({type}){names}";
        // In a message short, as .NET writes them; in a notebook as C# code.
        return exact ? $"{type}.{names}" : string.Join(" | ", names.Split(", ").Select(name => $"{type}.{name}"));
    }

    private static string OfDouble(double value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ => value.ToString("R", Invariant),
    };

    private static string OfFloat(float value) => value switch
    {
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        _ => value.ToString("R", Invariant),
    };

    private static string OfDelegate(Delegate function)
    {
        var type = TypeName.Of(function.GetType());
        var name = function.Method.Name;

        // A local function is called <Outer>g__Name|0_0, a lambda has no name.
        var local = name.IndexOf(">g__", StringComparison.Ordinal);
        if (local >= 0 && name.LastIndexOf('|') is var end && end > local)
            name = name[(local + 4)..end];
        return name.StartsWith('<') ? type : $"{type} {name}";
    }
}
