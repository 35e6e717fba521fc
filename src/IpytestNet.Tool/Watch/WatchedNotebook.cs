using IpytestNet.Kernel.Assemblies;

namespace IpytestNet.Tool.Watch;

/// <summary>A notebook that is watched: what it depends on, and its last result.</summary>
internal sealed class WatchedNotebook
{
    private static readonly string[] FilesOfFolders = ["conftest.csx", "ipytest.ini"];

    private HashSet<Dependency> _dependencies;
    private HashSet<Dependency> _learned = [];
    private IReadOnlyDictionary<string, string> _contents = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <param name="target">The notebook.</param>
    public WatchedNotebook(NotebookTarget.Found target)
    {
        Target = target;
        _dependencies = [.. Own()];
    }

    /// <summary>The notebook.</summary>
    public NotebookTarget.Found Target { get; }

    /// <summary>What it depends on, as far as it is known.</summary>
    public IReadOnlyCollection<Dependency> Dependencies => _dependencies;

    /// <summary>The last result; null before the first.</summary>
    public NotebookResult? Result { get; private set; }

    /// <summary>The result before the last; null if there is none.</summary>
    public NotebookResult? Before { get; private set; }

    /// <summary>Whether it is to run: it never has, or something has changed since.</summary>
    public bool IsDue { get; set; } = true;

    /// <summary>Whether its file has been deleted.</summary>
    public bool IsGone { get; set; }

    /// <summary>Begins a run: what is on disk now counts as known.</summary>
    public void Begin(Disk disk)
    {
        IsDue = false;
        _learned = [.. Own()];
        Accept(disk);
    }

    /// <summary>Takes what is on disk now as known.</summary>
    public void Accept(Disk disk) => _contents = disk.Read(_dependencies);

    /// <summary>Learns from a run what it depends on.</summary>
    public void DependOn(Dependency dependency, Disk disk)
    {
        _learned.Add(dependency);
        if (!_dependencies.Add(dependency))
            return;
        var contents = new Dictionary<string, string>(_contents, StringComparer.Ordinal);
        foreach (var (path, content) in disk.Read([dependency]))
            contents.TryAdd(path, content);
        _contents = contents;
    }

    /// <summary>Ends a run; one that has come to its end knows all that the notebook depends on.</summary>
    public void End(NotebookResult result)
    {
        (Before, Result) = (Result, result);
        IsDue = result.Outcome.IsLeftOut;
        if (result.Outcome.Cells == result.Outcome.CellsRun)
            _dependencies = _learned;
    }

    /// <summary>Returns the files that have changed since the last run began.</summary>
    public IReadOnlyList<string> ChangedFiles(Disk disk)
    {
        var now = disk.Read(_dependencies);
        return [.. now.Keys.Union(_contents.Keys).Where(path => now.GetValueOrDefault(path, Disk.Nothing) != Was(path))];

        string Was(string path) => _contents.GetValueOrDefault(path, Disk.Nothing);
    }

    // A file that is not there yet may come.
    private IEnumerable<Dependency> Own()
    {
        yield return new Dependency(Target.FullPath);
        for (var folder = Path.GetDirectoryName(Target.FullPath); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            foreach (var name in FilesOfFolders)
                yield return new Dependency(Path.Combine(folder, name));
        }
    }
}
