using System.Text.RegularExpressions;

namespace IpytestNet.Specs.Library;

/// <summary>Times in reports, which differ from run to run.</summary>
internal static partial class Durations
{
    /// <summary>Puts the same time in place of each.</summary>
    public static string Hide(string report) => Time().Replace(report, "in 0.25s");

    [GeneratedRegex(@"in \d+\.\d\ds")]
    private static partial Regex Time();
}
