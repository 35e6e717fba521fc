using IpytestNet.CommandLine;

namespace IpytestNet.Reporting;

/// <summary>Decides whether a report is coloured.</summary>
internal static class CaptureColor
{
    /// <summary>Applies <c>--color</c>, then <c>NO_COLOR</c> (see https://no-color.org), then <c>FORCE_COLOR</c>, then asks whether there is a terminal.</summary>
    /// <param name="mode">The value of <c>--color</c>.</param>
    /// <param name="isTerminal">Whether the output is a terminal.</param>
    /// <param name="environment">Gives the value of an environment variable, or null; an empty value counts as unset.</param>
    public static bool Resolve(ColorMode mode, bool isTerminal, Func<string, string?> environment) => mode switch
    {
        ColorMode.Yes => true,
        ColorMode.No => false,
        _ when IsSet("NO_COLOR", environment) => false,
        _ when IsSet("FORCE_COLOR", environment) => true,
        _ => isTerminal && environment("TERM") is not "dumb",
    };

    private static bool IsSet(string name, Func<string, string?> environment) => !string.IsNullOrEmpty(environment(name));
}
