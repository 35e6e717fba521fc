using System.CommandLine.Parsing;
using System.Globalization;

namespace IpytestNet.Tool.Jupyter;

/// <summary>An amount of memory as people write it: <c>4G</c>, <c>500M</c>, or bytes.</summary>
/// <param name="Bytes">The bytes; null for no limit.</param>
internal readonly record struct MemorySize(long? Bytes)
{
    private const string Units = "KMGT";

    /// <summary>Four fifths of the memory that this process can have.</summary>
    public static MemorySize Default => new(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 5 * 4);

    /// <summary>Reads an amount; what is none is an error of the command line.</summary>
    public static MemorySize Parse(string text, SymbolResult result)
    {
        var number = text.ToUpperInvariant().TrimEnd('B');
        var power = number.Length > 0 ? Units.IndexOf(number[^1], StringComparison.Ordinal) + 1 : 0;
        var unit = 1L << (10 * power);
        if (decimal.TryParse(power > 0 ? number[..^1] : number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount <= long.MaxValue / unit)
            return new MemorySize(amount > 0 ? (long)(amount * unit) : null);
        result.AddError($"expected an amount of memory such as 4G or 500M as --memory-limit, but got '{text}'");
        return default;
    }
}
