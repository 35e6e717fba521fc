namespace IpytestNet.Assertions;

/// <summary>Tries constants of patterns on values.</summary>
internal static class ConstantTrial
{
    /// <summary>Tells whether a value is a constant; null if that depends on types that are not known.</summary>
    public static bool? IsEqual(object? value, object? known)
    {
        if (value is null || known is null)
            return value is null && known is null;
        var plain = Plain(value);
        if (plain.GetType() == known.GetType())
            return plain.Equals(known);

        // An object that holds 1L is not 1, a long that is 1 is.
        return Compare(plain, known) is 0 ? null : false;
    }

    /// <summary>Tells whether a value is on the side of a constant that an operator says.</summary>
    public static bool? Holds(object? value, string comparison, object? known)
    {
        if (value is null || known is null || Compare(Plain(value), known) is not { } order)
            return false;
        var holds = comparison switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            ">=" => order >= 0,
            _ => (bool?)null,
        };
        return holds == true && Plain(value).GetType() != known.GetType() ? null : holds;
    }

    /// <summary>Compares two numbers; null if they are none.</summary>
    private static int? Compare(object value, object known)
    {
        if (Integer.Of(value) is { } left && Integer.Of(known) is { } right)
            return left.CompareTo(right);
        if (value is decimal || known is decimal)
            return value is decimal first && known is decimal second ? first.CompareTo(second) : null;
        if (Real(value) is not { } number || Real(known) is not { } limit || double.IsNaN(number) || double.IsNaN(limit))
            return null;
        return number.CompareTo(limit);
    }

    private static double? Real(object value) => value switch
    {
        double number => number,
        float number => number,
        Half number => (double)number,
        _ => (double?)Integer.Of(value),
    };

    private static object Plain(object value) =>
        value is Enum constant ? Convert.ChangeType(constant, constant.GetTypeCode(), provider: null) : value;
}
