using System.Globalization;

namespace IpytestNet.Coverage.Reports;

/// <summary>A percentage as coverage.py writes it.</summary>
internal static class Percentage
{
    /// <summary>Writes it without its sign; it is rounded, but never to 0 or to 100.</summary>
    /// <param name="percent">From 0 to 100.</param>
    /// <param name="precision">The digits after the decimal point.</param>
    public static string Text(double percent, int precision)
    {
        var step = Math.Pow(10, -precision);
        var shown = percent switch
        {
            > 0 when percent < step => step,
            < 100 when percent > 100 - step => 100 - step,
            _ => percent,
        };
        return Round(shown, precision);
    }

    // Python rounds a tie to the even digit, .NET away from 0; only a number that binary holds exactly can be one.
    private static string Round(double percent, int precision)
    {
        var format = $"F{precision}";
        return double.IsInteger(Math.ScaleB(percent, precision + 1))
            ? decimal.Round((decimal)percent, precision).ToString(format, CultureInfo.InvariantCulture)
            : percent.ToString(format, CultureInfo.InvariantCulture);
    }
}
