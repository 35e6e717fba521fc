using IpytestNet.Kernel.Assemblies;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Kernel.Projects;

/// <summary>What on disk a project depends on: its sources, those to come among them, and the settings in its folder and above.</summary>
internal static class ProjectDependencies
{
    private static readonly string[] Settings = ["*.props", "*.targets"];

    private static readonly string[] SettingsToCome =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "nuget.config", ".editorconfig"];

    /// <summary>What a project depends on whatever MSBuild says of it.</summary>
    /// <param name="project">The full path of the project file, which need not exist.</param>
    public static IEnumerable<Dependency> Of(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        yield return new Dependency(project);
        yield return new Dependency(folder, "**/*.cs");
        foreach (var file in Above(folder).SelectMany(SettingsIn).Distinct(StringComparer.Ordinal))
            yield return new Dependency(file);
    }

    /// <summary>What it depends on beside: what it takes in from elsewhere, and all that a build of it reads.</summary>
    public static IEnumerable<Dependency> Of(ProjectDescription description) =>
        (description.BuildReason is null ? SourcesOf(description) : ProjectInputs.Named(description))
        .Concat(description.Imports)
        .Where(path => !ProjectInputs.IsMade(path, description.Folder))
        .Select(path => new Dependency(path));

    private static IEnumerable<string> SourcesOf(ProjectDescription description)
    {
        var arguments = CSharpCommandLineParser.Default.Parse(description.Arguments, description.Folder, sdkDirectory: null);
        return arguments.SourceFiles.Concat(arguments.AdditionalFiles).Select(file => file.Path);
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
            yield return above;
    }

    private static IEnumerable<string> SettingsIn(string folder) => SettingsToCome.Select(name => Path.Combine(folder, name))
        .Concat(Directory.Exists(folder) ? Settings.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern)) : []);
}
