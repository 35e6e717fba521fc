namespace IpytestNet.Coverage.Settings;

/// <summary>Finds the files of a folder that configure coverage.</summary>
internal static class ConfigSearch
{
    private static readonly string[] Names = [".coveragerc", "setup.cfg", "tox.ini", "pyproject.toml"];

    /// <summary>Lists them, in the order in which they are looked for.</summary>
    /// <param name="folder">The full path of the folder.</param>
    public static IReadOnlyList<string> In(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        var runSettings = Directory.EnumerateFiles(folder, "*.runsettings").Order(StringComparer.Ordinal);
        return [.. Names.Select(name => Path.Combine(folder, name)).Where(File.Exists).Concat(runSettings).Where(CoverageConfigFile.Configures)];
    }
}
