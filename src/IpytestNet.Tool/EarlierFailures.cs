using IpytestNet.Cache;

namespace IpytestNet.Tool;

/// <summary>Which tests of the notebooks had failed when the command began: what <c>--lf</c> and <c>--ff</c> go by, whatever fails meanwhile.</summary>
internal sealed class EarlierFailures
{
    private readonly Dictionary<string, string[]> _byNotebook = new(StringComparer.Ordinal);

    private EarlierFailures()
    {
    }

    /// <summary>Reads what the cache folders beside the notebooks know; forgets it first, if that is asked for.</summary>
    /// <param name="targets">The notebooks.</param>
    /// <param name="commandLine">The command line.</param>
    /// <param name="warn">Takes what is to be said of cache folders.</param>
    public static EarlierFailures Read(IEnumerable<NotebookTarget.Found> targets, RunCommandLine commandLine, Action<string> warn)
    {
        var failures = new EarlierFailures();
        if (!commandLine.UsesCache)
            return failures;
        foreach (var target in targets)
        {
            var folder = CacheFolder.Beside(Path.GetDirectoryName(target.FullPath)!, warn);
            if (commandLine.Options.ClearCache)
                folder.Clear();
            failures._byNotebook[target.FullPath] = [.. new EarlierRuns(folder).ReadFailed().Where(id => IsOf(id, target))];
        }

        return failures;
    }

    /// <summary>Gives the node ids of a notebook's failed tests; those of others are among them with their paths, so that it is known that there are some.</summary>
    public IReadOnlySet<string> For(NotebookTarget.Found target) => _byNotebook
        .SelectMany(notebook => notebook.Key == target.FullPath ? notebook.Value : notebook.Value.Select(id => Path.Combine(Path.GetDirectoryName(notebook.Key)!, id)))
        .ToHashSet(StringComparer.Ordinal);

    // A library whose tests a notebook runs is known by the name of its file.
    private static bool IsOf(string id, NotebookTarget.Found target) =>
        id.StartsWith(Path.GetFileName(target.FullPath) + "::", StringComparison.Ordinal) || id.Contains(".dll::", StringComparison.Ordinal);
}
