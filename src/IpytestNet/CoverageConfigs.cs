using IpytestNet.Coverage.Settings;

namespace IpytestNet;

/// <summary>The files that configure coverage: those of coverage.py, and run settings of .NET.</summary>
public static class CoverageConfigs
{
    /// <summary>The full path of the configuration that <c>coverage: true</c> uses.</summary>
    public static string Default => DefaultConfig.Path;

    /// <summary>Lists the files of a folder that configure coverage, in the order in which they are looked for; only the first counts.</summary>
    /// <param name="root">The path of the folder.</param>
    /// <returns>Full paths: <c>.coveragerc</c>, <c>setup.cfg</c>, <c>tox.ini</c> and <c>pyproject.toml</c>, then <c>*.runsettings</c> by name. A file that cannot be read is passed over.</returns>
    public static IReadOnlyList<string> Find(string root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return ConfigSearch.In(Path.GetFullPath(root));
    }
}
