using System.Numerics;

namespace IpytestNet.Assertions;

/// <summary>Numbers of different types, which C# converts to one type when it compares them.</summary>
internal static class Number
{
    /// <summary>Tells whether two values are numbers that <c>==</c> finds equal.</summary>
    public static bool AreEqual(object left, object right)
    {
        if (Whole(left) is { } first && Whole(right) is { } second)
            return first == second;
        if (left is decimal || right is decimal)
            return Exact(left) is { } exact && Exact(right) == exact;
        if (left is double || right is double)
            return Real(left) is { } real && Real(right) == real;
        return left is float or Half && Single(right) is { } other && Single(left) == other
            || right is float or Half && Single(left) is { } number && Single(right) == number;
    }

    private static BigInteger? Whole(object value) => value switch
    {
        BigInteger number => number,
        Int128 number => number,
        UInt128 number => number,
        _ => (BigInteger?)Integer.Of(value),
    };

    private static decimal? Exact(object value) => value is decimal number ? number : Integer.Of(value);

    private static double? Real(object value) => value is double number ? number : value is float or Half ? Single(value) : (double?)Integer.Of(value);

    private static float? Single(object value) => value switch
    {
        float number => number,
        Half number => (float)number,
        _ => (float?)Integer.Of(value),
    };
}
