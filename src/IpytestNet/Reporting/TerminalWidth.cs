using System.Globalization;

namespace IpytestNet.Reporting;

/// <summary>The width of the terminal.</summary>
internal static class TerminalWidth
{
    private const int WithoutTerminal = 80;

    /// <summary>The columns of the terminal; where there is none, those that <c>COLUMNS</c> in the environment says, or 80.</summary>
    public static int Current
    {
        get
        {
            if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns))
                return columns;
            return Console.IsOutputRedirected ? WithoutTerminal : Console.WindowWidth;
        }
    }
}
