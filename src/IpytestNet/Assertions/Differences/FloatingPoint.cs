using IpytestNet.Values;

namespace IpytestNet.Assertions.Differences;

/// <summary>What is special about numbers with a floating point.</summary>
internal static class FloatingPoint
{
    private const double Tiny = 1e-6;

    public static bool IsNaN(object? value) => value switch
    {
        double number => double.IsNaN(number),
        float number => float.IsNaN(number),
        Half number => Half.IsNaN(number),
        _ => false,
    };

    public static string NaNHint(object value)
    {
        var type = TypeName.Of(value.GetType());
        return $"{type}.NaN is equal to nothing, not even to itself (use {type}.IsNaN)";
    }

    /// <summary>Writes how far two numbers are apart that look equal but for rounding; null if they are not such.</summary>
    public static string? TinyDistance(object left, object right)
    {
        if (Widen(left) is not { } first || Widen(right) is not { } second)
            return null;
        var distance = Math.Abs(first - second);
        return distance > 0 && double.IsFinite(distance) && distance <= Tiny * Math.Max(Math.Abs(first), Math.Abs(second))
            ? ValueText.Of(left is float && right is float ? (float)distance : distance)
            : null;
    }

    private static double? Widen(object value) => value switch
    {
        double number => number,
        float number => number,
        Half number => (double)number,
        _ => null,
    };
}
