using IpytestNet.CommandLine;
using IpytestNet.Kernel.Assemblies;

namespace IpytestNet.Tool.Watch;

/// <summary>The notebooks that the paths of a command line mean, as they come and go.</summary>
internal sealed class WatchedNotebooks
{
    private readonly RunCommandLine _commandLine;
    private readonly string _workingDirectory;
    private readonly List<Dependency> _places;
    private readonly List<WatchedNotebook> _all;

    /// <summary>Finds them.</summary>
    /// <param name="commandLine">The command line.</param>
    /// <param name="workingDirectory">The folder that relative paths start from.</param>
    /// <exception cref="UsageException">A path leads to no notebook.</exception>
    public WatchedNotebooks(RunCommandLine commandLine, string workingDirectory)
    {
        _commandLine = commandLine;
        _workingDirectory = workingDirectory;
        _places = [.. commandLine.Paths.Select(PlaceOf).OfType<Dependency>()];
        var targets = NotebookPaths.Expand(commandLine, workingDirectory);
        if (targets.OfType<NotebookTarget.Missing>().FirstOrDefault() is { } missing)
            throw new UsageException($"{missing.Shown}: {missing.Message}");
        if (targets is [])
            throw new UsageException("no notebook is left to watch, since --ignore leaves out all that the paths name");
        _all = [.. targets.OfType<NotebookTarget.Found>().Select(target => new WatchedNotebook(target))];
    }

    /// <summary>What the files on disk hold.</summary>
    public Disk Disk { get; } = new();

    /// <summary>The notebooks that are there.</summary>
    public IReadOnlyList<WatchedNotebook> Present => [.. _all.Where(notebook => !notebook.IsGone)];

    /// <summary>The notebooks that are to run.</summary>
    public IReadOnlyList<WatchedNotebook> Due => [.. Present.Where(notebook => notebook.IsDue)];

    /// <summary>What they depend on, and where new ones may come.</summary>
    public IEnumerable<Dependency> Dependencies => _all.SelectMany(notebook => notebook.Dependencies).Concat(_places);

    /// <summary>The projects that they refer to.</summary>
    public IEnumerable<string> Projects => Present
        .SelectMany(notebook => notebook.Dependencies)
        .Select(dependency => dependency.Path)
        .Where(path => Path.GetExtension(path) is ".csproj" && File.Exists(path))
        .Distinct(StringComparer.Ordinal);

    /// <summary>The number of files that they depend on beside themselves, as far as they are there.</summary>
    public int CountFiles() => Disk
        .Read(Present.SelectMany(notebook => notebook.Dependencies))
        .Count(file => file.Value != Disk.Nothing && _all.TrueForAll(notebook => notebook.Target.FullPath != file.Key));

    /// <summary>Gives a notebook by its path.</summary>
    public WatchedNotebook Find(string fullPath) => _all.Single(notebook => notebook.Target.FullPath == fullPath);

    /// <summary>Has notebooks run that depend on what has changed since their last run began.</summary>
    public WatchChange Refresh()
    {
        var found = NotebookPaths.Expand(_commandLine, _workingDirectory).OfType<NotebookTarget.Found>().ToDictionary(target => target.FullPath, StringComparer.Ordinal);
        var changed = new List<string>();
        var gone = new List<string>();
        foreach (var notebook in _all)
        {
            var isThere = found.Remove(notebook.Target.FullPath);
            if (!isThere && !notebook.IsGone)
                gone.Add(notebook.Target.FullPath);
            var files = isThere ? notebook.ChangedFiles(Disk) : [];
            changed.AddRange(files);
            notebook.IsDue |= files.Count > 0;
            notebook.IsGone = !isThere;
        }

        foreach (var target in found.Values)
        {
            changed.Add(target.FullPath);
            _all.Add(new WatchedNotebook(target));
        }

        return new WatchChange([.. changed.Distinct(StringComparer.Ordinal)], gone);
    }

    private Dependency? PlaceOf(string path)
    {
        var fullPath = Path.GetFullPath(path, _workingDirectory);
        return Directory.Exists(fullPath)
            ? new Dependency(Path.TrimEndingDirectorySeparator(fullPath), "**/*")
            : path.Contains('*', StringComparison.Ordinal) ? FilePattern.Read(path, _workingDirectory) : null;
    }
}
