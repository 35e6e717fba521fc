using System.Globalization;
using System.Text;

namespace IpytestNet.Values;

/// <summary>Values that have one piece of text, as C# or ISO 8601 writes them.</summary>
internal static class Literal
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Writes the value, or gives null if it is not of such a type.</summary>
    public static string? Of(object value, bool exact) => value switch
    {
        bool truth => truth ? "true" : "false",
        char character => OfChar(character, exact),
        Enum constant => OfEnum(constant),
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

    /// <summary>Writes a string in quotes; one that is longer than <paramref name="limit"/> ends in <c>"...</c>.</summary>
    public static string OfString(string value, int limit, bool exact)
    {
        var text = new StringBuilder("\"");
        foreach (var character in Start(value, limit))
            text.Append(character is '"' ? "\\\"" : Escaped(character, exact));
        return text.Append(value.Length > limit ? "\"..." : "\"").ToString();
    }

    /// <summary>Gives the first characters of a text, without the first half of a surrogate pair at its end.</summary>
    public static string Start(string value, int limit)
    {
        if (value.Length <= limit)
            return value;
        return char.IsHighSurrogate(value[limit - 1]) ? value[..(limit - 1)] : value[..limit];
    }

    private static string OfChar(char value, bool exact) => value switch
    {
        '\'' => @"'\''",
        _ when char.IsSurrogate(value) => $@"'\u{(int)value:X4}'",
        _ => $"'{Escaped(value, exact)}'",
    };

    private static string Escaped(char character, bool exact) => character switch
    {
        '\\' => @"\\",
        '\0' => @"\0",
        '\a' => @"\a",
        '\b' => @"\b",
        '\f' => @"\f",
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        '\v' => @"\v",
        _ => IsInvisible(character, exact) ? $@"\u{(int)character:X4}" : character.ToString(),
    };

    // Joiners within emoji are of the category Format: escaped they spoil the view, unescaped unequal strings look equal.
    private static bool IsInvisible(char character, bool exact) => char.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => exact,
        _ => false,
    };

    private static string OfEnum(Enum value)
    {
        var type = TypeName.Of(value.GetType());
        var names = value.ToString();
        return char.IsAsciiDigit(names[0]) || names[0] is '-'
            ? $"({type}){names}"
            : string.Join(" | ", names.Split(", ").Select(name => $"{type}.{name}"));
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
        if (local >= 0)
            name = name[(local + 4)..name.LastIndexOf('|')];
        return name.StartsWith('<') ? type : $"{type} {name}";
    }
}
