using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using IpytestNet.CommandLine;
using IpytestNet.Ini;
using IpytestNet.Toml;

namespace IpytestNet.Coverage.Settings;

/// <summary>A file that may configure coverage, in one of the forms that coverage.py and .NET know.</summary>
internal static partial class CoverageConfigFile
{
    /// <summary>The sections of a configuration.</summary>
    public static IReadOnlyList<string> Sections { get; } = ["run", "report", "html", "xml", "json", "lcov", "paths"];

    /// <summary>Tells whether a file configures coverage; one that cannot be read does not.</summary>
    /// <param name="path">The path of a file that exists.</param>
    public static bool Configures(string path)
    {
        try
        {
            return Path.GetFileName(path) switch
            {
                ".coveragerc" => true,
                "pyproject.toml" => TomlSection().IsMatch(File.ReadAllText(path)),
                var name when name.EndsWith(".runsettings", StringComparison.OrdinalIgnoreCase) => RunSettings.ConfigureCoverage(XDocument.Load(path)),
                _ => IniSection().IsMatch(File.ReadAllText(path)),
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or XmlException)
        {
            return false;
        }
    }

    /// <summary>Reads the settings of a file.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="environment">Gives the value of an environment variable, or null.</param>
    /// <exception cref="UsageException">It cannot be read, or a value does not fit; the message names file and line.</exception>
    public static CoverageSettings Read(string path, Func<string, string?> environment)
    {
        var name = Path.GetFileName(path);
        var text = TextOf(path);
        var settings = CoverageSettings.None with { Path = path };
        if (name.EndsWith(".runsettings", StringComparison.OrdinalIgnoreCase))
            return RunSettings.Read(path, text, settings);
        var entries = name.EndsWith(".toml", StringComparison.OrdinalIgnoreCase) ? OfToml(path, text) : OfIni(path, text, hasPrefix: name is "setup.cfg" or "tox.ini");
        var values = new SettingValues(path, environment);
        return entries.Aggregate(settings, (current, entry) => SettingTable.Apply(current, entry, values) ?? current with
        {
            Warnings = [.. current.Warnings, $"{path}:{entry.Line}: unrecognized option '[{entry.Section}] {entry.Key}'"],
        });
    }

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: expected to read the configuration of coverage, but it did not work: {error.Message}");
        }
    }

    private static IEnumerable<SettingEntry> OfIni(string path, string text, bool hasPrefix)
    {
        const string prefix = "coverage:";
        return IniReader.Read(path, text)
            .Where(entry => !hasPrefix || entry.Section.StartsWith(prefix, StringComparison.Ordinal))
            .Select(entry => new SettingEntry(entry.Section.StartsWith(prefix, StringComparison.Ordinal) ? entry.Section[prefix.Length..] : entry.Section, entry.Key, entry.Value, entry.Line))
            .Where(entry => Sections.Contains(entry.Section));
    }

    private static IEnumerable<SettingEntry> OfToml(string path, string text)
    {
        const string prefix = "tool.coverage.";
        var isOwn = Path.GetFileName(path) is ".coveragerc.toml";
        return TomlReader.Read(path, text)
            .Where(entry => isOwn || entry.Table.StartsWith(prefix, StringComparison.Ordinal))
            .Select(entry => new SettingEntry(
                entry.Table.StartsWith(prefix, StringComparison.Ordinal) ? entry.Table[prefix.Length..] : entry.Table, entry.Key, string.Join('\n', entry.Values), entry.Line))
            .Where(entry => Sections.Contains(entry.Section));
    }

    [GeneratedRegex(@"^\[coverage:.*$", RegexOptions.Multiline)]
    private static partial Regex IniSection();

    [GeneratedRegex(@"^\[tool\.coverage.*$", RegexOptions.Multiline)]
    private static partial Regex TomlSection();
}
