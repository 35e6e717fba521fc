namespace IpytestNet.Assertions;

/// <summary>Values of the integral types, which C# converts to each other when it compares them.</summary>
internal static class Integer
{
    /// <summary>Gives the number that a value is, or null if it is none.</summary>
    public static decimal? Of(object? value) => value switch
    {
        sbyte number => number,
        byte number => number,
        short number => number,
        ushort number => number,
        int number => number,
        uint number => number,
        long number => number,
        ulong number => number,
        nint number => number,
        nuint number => number,
        char character => character,
        _ => null,
    };
}
