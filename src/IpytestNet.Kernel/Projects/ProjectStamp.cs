using System.Globalization;
using System.Text;

namespace IpytestNet.Kernel.Projects;

/// <summary>
/// What the answer of MSBuild depends on, as far as it lies where projects have it: project and settings files in the folder of the
/// project and above, what a restore has found, and the names of the sources. Asking MSBuild takes seconds, looking at this does not.
/// </summary>
internal static class ProjectStamp
{
    private static readonly string[] Settings = ["*.csproj", "*.props", "*.targets", "packages.lock.json", "global.json", "nuget.config", "NuGet.config", "NuGet.Config", ".editorconfig"];

    /// <summary>Takes it down for a project.</summary>
    public static string Of(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        var stamp = new StringBuilder();
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            foreach (var file in Settings.SelectMany(pattern => Directory.EnumerateFiles(above, pattern)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                Add(file);
        }

        Add(Path.Combine(folder, "obj", "project.assets.json"));
        foreach (var source in SourcesIn(folder).Order(StringComparer.Ordinal))
            stamp.Append('\n').Append(source);
        return stamp.ToString();

        void Add(string file) => stamp.Append('\n').Append(file).Append(File.GetLastWriteTimeUtc(file).Ticks.ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string> SourcesIn(string folder) => Directory.EnumerateFiles(folder, "*.cs")
        .Concat(Directory.EnumerateDirectories(folder).Where(inner => Path.GetFileName(inner) is not ("bin" or "obj") and not ['.', ..]).SelectMany(SourcesIn));
}
