using System.Xml;
using System.Xml.Linq;
using IpytestNet.CommandLine;

namespace IpytestNet.Coverage.Settings;

/// <summary>Reads what a <c>.runsettings</c> file says of coverage: the collectors of coverlet and of Microsoft, as far as they mean something here.</summary>
internal static class RunSettings
{
    /// <summary>Tells whether it configures a collector of coverage.</summary>
    public static bool ConfigureCoverage(XDocument document) => Collectors(document).Any();

    /// <summary>Reads it.</summary>
    /// <param name="path">The file, as errors name it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="settings">What is known so far.</param>
    /// <exception cref="UsageException">It is malformed.</exception>
    public static CoverageSettings Read(string path, string text, CoverageSettings settings)
    {
        XDocument document;
        try
        {
            document = XDocument.Parse(text, LoadOptions.SetLineInfo);
        }
        catch (XmlException error)
        {
            throw new UsageException($"{path}:{error.LineNumber}: expected XML, but it is malformed: {error.Message}");
        }

        return Collectors(document).Elements("Configuration").Aggregate(settings, (current, configuration) => Read(path, configuration, current));
    }

    private static CoverageSettings Read(string path, XElement configuration, CoverageSettings settings)
    {
        foreach (var element in configuration.Elements())
        {
            settings = element.Name.LocalName switch
            {
                // Assemblies and types by name: [Shop*]*.
                "Include" => settings with { Source = [.. settings.Source, .. Filters(element)] },
                "ExcludeByFile" => settings with { RunOmit = [.. settings.RunOmit, .. Values(element)] },
                "IncludeDirectory" => settings with { Source = [.. settings.Source, .. Values(element)] },
                "CodeCoverage" => OfMicrosoft(element, settings),
                "Format" or "SingleHit" or "UseSourceLink" or "DeterministicReport" or "SkipAutoProps" or "ExcludeByAttribute" or "IncludeTestAssembly" or "AutoGenerateReports" => settings,
                _ => settings with { Warnings = [.. settings.Warnings, $"{path}:{((IXmlLineInfo)element).LineNumber}: <{element.Name.LocalName}> means nothing to ipytest"] },
            };
        }

        return settings;
    }

    private static CoverageSettings OfMicrosoft(XElement element, CoverageSettings settings) => settings with
    {
        RunOmit = [.. settings.RunOmit, .. element.Elements("Sources").Elements("Exclude").Elements("Source").Select(source => source.Value.Trim())],
    };

    private static IEnumerable<XElement> Collectors(XDocument document) => document.Descendants("DataCollector").Where(collector =>
        ((string?)collector.Attribute("friendlyName"))?.Contains("Code Coverage", StringComparison.OrdinalIgnoreCase) is true);

    private static IEnumerable<string> Filters(XElement element) => Values(element)
        .Select(filter => filter.StartsWith('[') && filter.IndexOf(']', StringComparison.Ordinal) is > 0 and var end ? filter[1..end].TrimEnd('*', '.') : filter)
        .Where(name => name.Length > 0);

    private static string[] Values(XElement element) => element.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
