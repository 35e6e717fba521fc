using System.Globalization;

namespace IpytestNet.Kernel.Projects;

/// <summary>The frameworks that a project may be compiled for.</summary>
internal static class Framework
{
    /// <summary>The one that comes nearest to this process: the newest that it can run, else the first.</summary>
    public static string Best(IReadOnlyList<string> names) =>
        names.Where(name => Rank(name) is > 0).OrderByDescending(Rank).FirstOrDefault() ?? names[0];

    // Frameworks of one platform alone, as net10.0-windows, come after those of all.
    private static double Rank(string name)
    {
        if (name.StartsWith("netstandard", StringComparison.OrdinalIgnoreCase))
            return Version(name["netstandard".Length..]) / 100;
        var isOfPlatform = name.Contains('-', StringComparison.Ordinal);
        var version = name.StartsWith("netcoreapp", StringComparison.OrdinalIgnoreCase) ? Version(name["netcoreapp".Length..])
            : name.StartsWith("net", StringComparison.OrdinalIgnoreCase) && name.Contains('.', StringComparison.Ordinal) ? Version(name[3..].Split('-')[0])
            : 0;
        return version > Environment.Version.Major ? 0 : version - (isOfPlatform ? 0.5 : 0);
    }

    private static double Version(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
