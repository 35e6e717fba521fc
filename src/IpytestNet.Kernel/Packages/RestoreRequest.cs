using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace IpytestNet.Kernel.Packages;

/// <summary>What is to be restored.</summary>
/// <param name="Packages">The versions of each package by its name.</param>
/// <param name="Sources">The sources beside those of <c>nuget.config</c>.</param>
/// <param name="Folder">The folder from which on <c>nuget.config</c> is looked for upwards.</param>
internal sealed record RestoreRequest(IReadOnlyDictionary<string, PackageVersions> Packages, IReadOnlyList<string> Sources, string Folder)
{
    // A package is what code needs: it neither takes part in builds here nor looks at the code.
    private const string Excluded = "analyzers;build;buildMultitargeting;buildTransitive;contentFiles";

    /// <summary>The framework that packages must fit.</summary>
    public static string Framework { get; } = $"net{Environment.Version.Major}.{Environment.Version.Minor}";

    /// <summary>Whether another restore could take newer packages.</summary>
    public bool Floats => Packages.Values.Any(versions => versions.Floats);

    /// <summary>A name for the request that is different when anything is that decides what it finds.</summary>
    public string Key()
    {
        var said = new StringBuilder($"{Framework} {RuntimeInformation.RuntimeIdentifier}\n");
        foreach (var (name, versions) in Packages.OrderBy(package => package.Key, StringComparer.OrdinalIgnoreCase))
            said.Append($"{name.ToLowerInvariant()} {versions.Text}\n");
        foreach (var source in Sources)
            said.Append($"{source}\n");
        foreach (var file in NuGetSettings.FilesFor(Folder))
            said.Append($"{file}\n{File.ReadAllText(file)}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())))[..32];
    }

    /// <summary>Writes the project that is restored.</summary>
    public XDocument ToProject() => new(new XElement(
        "Project",
        // Nothing of what surrounds the project takes part.
        Properties(
            ("ImportDirectoryBuildProps", "false"),
            ("ImportDirectoryBuildTargets", "false"),
            ("ImportDirectoryPackagesProps", "false"),
            ("ImportProjectExtensionProps", "false"),
            ("ImportProjectExtensionTargets", "false"),
            ("RestoreRootConfigDirectory", Escape(Folder)),
            ("RestoreAdditionalProjectSources", string.Join(';', Sources.Select(Escape)))),
        new XElement("Import", new XAttribute("Project", "Sdk.props"), new XAttribute("Sdk", "Microsoft.NET.Sdk")),
        Properties(
            ("TargetFramework", Framework),
            ("RuntimeIdentifier", "$(NETCoreSdkPortableRuntimeIdentifier)"),
            ("SelfContained", "false"),
            ("UseAppHost", "false"),
            ("NuGetAudit", "false")),
        new XElement("ItemGroup", Packages.Select(package => new XElement(
            "PackageReference",
            new XAttribute("Include", package.Key),
            new XAttribute("Version", package.Value.Text),
            new XAttribute("ExcludeAssets", Excluded)))),
        new XElement("Import", new XAttribute("Project", "Sdk.targets"), new XAttribute("Sdk", "Microsoft.NET.Sdk"))));

    private static XElement Properties(params (string Name, string Value)[] properties) =>
        new("PropertyGroup", properties.Select(property => new XElement(property.Name, property.Value)));

    private static string Escape(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("$", "%24", StringComparison.Ordinal)
        .Replace("@", "%40", StringComparison.Ordinal)
        .Replace(";", "%3B", StringComparison.Ordinal);
}
