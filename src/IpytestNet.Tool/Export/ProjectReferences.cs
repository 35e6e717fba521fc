using IpytestNet.Kernel.Compilation;
using IpytestNet.Kernel.Packages;
using IpytestNet.Rewriting;

namespace IpytestNet.Tool.Export;

/// <summary>What the cells of a notebook refer to, as a project says it.</summary>
/// <param name="notebookFolder">The folder that paths of the notebook start from.</param>
/// <param name="projectFolder">The folder that paths of the project start from.</param>
internal sealed class ProjectReferences(string notebookFolder, string projectFolder)
{
    private readonly Dictionary<string, string> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _projects = [];
    private readonly List<string> _libraries = [];
    private readonly List<string> _sources = [];

    /// <summary>Takes in what a cell refers to.</summary>
    public ProjectReferences Add(ScriptCell cell)
    {
        var code = CellSyntax.Parse(cell.Text, new HashSet<string>(StringComparer.Ordinal));
        foreach (var reference in CellReference.In(code, cell.Label))
            Add(reference);
        return this;
    }

    /// <summary>Returns the elements of the project file.</summary>
    /// <param name="isFriend">Whether the projects show what is internal in them.</param>
    public IEnumerable<string> Items(bool isFriend)
    {
        foreach (var (name, version) in _packages)
            yield return $"""<PackageReference Include="{Xml.Escape(name)}" Version="{Xml.Escape(version)}" />""";
        foreach (var project in _projects)
        {
            var properties = isFriend ? " AdditionalProperties=\"CustomAfterMicrosoftCommonTargets=$(MSBuildProjectDirectory)/Internals.targets\"" : "";
            yield return $"""<ProjectReference Include="{Xml.Escape(Relative(project))}"{properties} />""";
        }

        foreach (var library in _libraries)
            yield return $"""<Reference Include="{Xml.Escape(Path.GetFileNameWithoutExtension(library))}" HintPath="{Xml.Escape(Relative(library))}" />""";
    }

    /// <summary>The places of packages beside those that are configured.</summary>
    public IEnumerable<string> Sources => _sources.Select(source => source.Contains("://", StringComparison.Ordinal) ? source : Relative(source));

    /// <summary>Returns the path of a file as the project says it.</summary>
    public string Relative(string path)
    {
        var relative = Path.GetRelativePath(projectFolder, path);
        return relative.Replace('\\', '/');
    }

    private void Add(CellReference reference)
    {
        if (reference.Text.StartsWith(PackageScheme.Prefix, StringComparison.OrdinalIgnoreCase))
        {
            if (reference.IsSource && PackageSource.Parse(reference, [notebookFolder]).Source is { } source)
                AddOnce(_sources, source.Place);
            else if (!reference.IsSource && PackageReference.Parse(reference).Package is { } package && !IsBrought(package.Name))
                _packages.TryAdd(package.Name, package.Versions.Text);
        }
        else if (reference.Text.StartsWith("project:", StringComparison.OrdinalIgnoreCase))
        {
            AddOnce(_projects, Path.GetFullPath(reference.Text["project:".Length..].Trim(), notebookFolder));
        }
        else if (Path.GetFullPath(reference.Text, notebookFolder) is var path && File.Exists(path))
        {
            AddOnce(_libraries, path);
        }
    }

    // The notebook has its own, whatever a cell asks for.
    private static bool IsBrought(string package) => package.StartsWith("xunit.v3", StringComparison.OrdinalIgnoreCase) || package.StartsWith("IpytestNet", StringComparison.OrdinalIgnoreCase);

    private static void AddOnce(List<string> list, string value)
    {
        if (!list.Contains(value, StringComparer.Ordinal))
            list.Add(value);
    }
}
