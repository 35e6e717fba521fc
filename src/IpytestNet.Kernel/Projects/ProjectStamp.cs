using System.Globalization;
using System.Text;

namespace IpytestNet.Kernel.Projects;

/// <summary>
/// What the answer of MSBuild depends on: the project file and those that it takes in, settings files in the folder of the project and
/// above, what a restore has found, and the names of the sources. Asking MSBuild takes seconds, looking at this does not.
/// </summary>
internal static class ProjectStamp
{
    private static readonly string[] Settings = ["*.*proj", "*.props", "*.targets", "packages.lock.json", "global.json", "nuget.config", "NuGet.config", "NuGet.Config", ".editorconfig"];

    /// <summary>Takes it down for a project.</summary>
    /// <param name="project">The full path of the project file.</param>
    /// <param name="imports">The project files that it takes in, as far as they are known.</param>
    public static string Of(string project, IEnumerable<string> imports)
    {
        var folder = Path.GetDirectoryName(project)!;
        var stamp = new StringBuilder();
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            foreach (var file in Settings.SelectMany(pattern => Directory.EnumerateFiles(above, pattern, ProjectInputs.Everything)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                Add(file);
        }

        Add(Path.Combine(folder, "obj", "project.assets.json"));
        foreach (var file in imports)
            Add(file);
        foreach (var source in ProjectInputs.FilesIn(folder).Where(file => Path.GetExtension(file) is ".cs").Order(StringComparer.Ordinal))
            stamp.Append('\n').Append(source);
        return stamp.ToString();

        void Add(string file) => stamp.Append('\n').Append(file).Append(File.GetLastWriteTimeUtc(file).Ticks.ToString(CultureInfo.InvariantCulture));
    }
}
