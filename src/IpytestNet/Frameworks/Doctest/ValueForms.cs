using System.Globalization;
using IpytestNet.Values;

namespace IpytestNet.Frameworks.Doctest;

/// <summary>The forms in which documentation may give a value.</summary>
internal static class ValueForms
{
    private static readonly ValueTextOptions OneLine = new() { LineWidth = 0 };
    private static readonly ValueTextOptions Whole = new() { LineWidth = 0, MaxDepth = 20, MaxElements = 1_000, MaxLength = 1_000_000 };

    /// <summary>The forms: as a notebook prints it, as <c>Console.WriteLine</c> does, as C# Interactive does.</summary>
    public static IEnumerable<string> Of(object? value)
    {
        yield return ValueText.Of(value);
        yield return Written(value, CultureInfo.InvariantCulture);
        yield return Written(value, CultureInfo.CurrentCulture);
        yield return ValueText.Of(value, OneLine);
        yield return InteractiveText.Of(value);
        yield return ValueText.Of(value, Whole);
    }

    /// <summary>Gives the form that can best be compared with what is expected.</summary>
    public static string NearestTo(string want, object? value) => value switch
    {
        string text when !want.TrimStart().StartsWith('"') => text,
        bool when want.Trim() is "True" or "False" => Written(value, CultureInfo.InvariantCulture),
        // Of equally near ones, the most usual.
        _ => Of(value).MaxBy(form => want.AsSpan().CommonPrefixLength(form))!,
    };

    private static string Written(object? value, IFormatProvider culture)
    {
        try
        {
            return (value is IFormattable formattable ? formattable.ToString(format: null, culture) : value?.ToString()) ?? "";
        }
        catch (Exception exception) when (!UserCode.IsStopped(exception))
        {
            return ValueText.Of(value);
        }
    }
}
