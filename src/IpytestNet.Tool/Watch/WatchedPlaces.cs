using IpytestNet.Kernel.Assemblies;

namespace IpytestNet.Tool.Watch;

/// <summary>Where changes are looked out for, and which of them concern a notebook.</summary>
internal sealed class WatchedPlaces
{
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _searched = new(StringComparer.Ordinal);

    /// <param name="dependencies">What notebooks depend on.</param>
    public WatchedPlaces(IEnumerable<Dependency> dependencies)
    {
        foreach (var dependency in dependencies.Distinct())
        {
            if (dependency.Pattern is not null)
                _searched.UnionWith(Disk.FoldersOf(dependency));
            AddPath(dependency.Path);
        }

        Folders.UnionWith(_searched);
    }

    /// <summary>The folders whose entries are looked out for.</summary>
    public HashSet<string> Folders { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a change of an entry may change what a notebook does.</summary>
    public bool Concern(string path) =>
        _paths.Contains(path) || (Path.GetDirectoryName(path) is { } folder && _searched.Contains(folder) && !NotebookSearch.IsPassedBy(Path.GetFileName(path)));

    // Of a path that is not there, the first part that is missing is what may come.
    private void AddPath(string path)
    {
        var folder = Path.GetDirectoryName(path);
        while (folder is not null && !Directory.Exists(folder))
            (path, folder) = (folder, Path.GetDirectoryName(folder));
        _paths.Add(path);
        if (folder is not null)
            Folders.Add(folder);
    }
}
