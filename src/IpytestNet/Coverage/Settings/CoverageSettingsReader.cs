using IpytestNet.CommandLine;

namespace IpytestNet.Coverage.Settings;

/// <summary>Finds the configuration of coverage that counts, and reads it.</summary>
internal static class CoverageSettingsReader
{
    private const string DefaultName = ".coveragerc";

    /// <summary>Reads the file that is named, or the first of a folder that configures coverage; without one, nothing is configured.</summary>
    /// <param name="config">The value of <c>--cov-config</c>, or null. <c>.coveragerc</c> is the same as null, as in pytest-cov.</param>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="environment">Gives the value of an environment variable, or null.</param>
    /// <exception cref="UsageException">The file does not exist, cannot be read, or says something wrong.</exception>
    public static CoverageSettings Load(string? config, string folder, Func<string, string?> environment)
    {
        if (config is not (null or DefaultName))
        {
            var path = Path.GetFullPath(config, folder);
            return File.Exists(path)
                ? CoverageConfigFile.Read(path, environment)
                : throw OptionValue.Wrong($"argument --cov-config: expected a configuration of coverage, but there is no file '{config}' in {folder}");
        }

        return ConfigSearch.In(folder) is [var first, ..] ? CoverageConfigFile.Read(first, environment) : CoverageSettings.None;
    }
}
