using IpytestNet.CommandLine;

namespace IpytestNet.Tool;

/// <summary>Finds the notebooks that the paths of a command line mean.</summary>
internal static class NotebookPaths
{
    /// <summary>
    /// Returns each notebook once, in the order of the arguments; those of a folder or pattern in ordinal order.
    /// </summary>
    public static IReadOnlyList<NotebookTarget> Expand(IEnumerable<string> paths, string workingDirectory) =>
        [.. paths.SelectMany(path => Expand(path, workingDirectory)).GroupBy(Identity, StringComparer.Ordinal).Select(Merge)];

    /// <summary>Returns the notebooks of a command line, but for those that it ignores.</summary>
    public static IReadOnlyList<NotebookTarget> Expand(RunCommandLine commandLine, string workingDirectory)
    {
        var ignored = new IgnoredPaths(commandLine.Ignore, workingDirectory);
        return [.. Expand(commandLine.Paths, workingDirectory).Where(target => target is not NotebookTarget.Found found || !ignored.Contain(found.FullPath))];
    }

    private static IEnumerable<NotebookTarget> Expand(string path, string workingDirectory)
    {
        var (place, node) = path.Split("::", 2) is [var before, var after] ? (before, after) : (path, null);
        // A variable that is not set must not mean this folder.
        if (place.Length is 0)
            return [new NotebookTarget.Missing($"'{path}'", "expected a notebook, a folder or a pattern with *, but there is no name; check the variable that it comes from")];

        var fullPath = Path.GetFullPath(place, workingDirectory);
        if (File.Exists(fullPath))
            return [Found(place, fullPath, workingDirectory, node)];

        var isFolder = Directory.Exists(fullPath);
        if (!isFolder && !place.Contains('*', StringComparison.Ordinal))
            return [new NotebookTarget.Missing(path, "expected a notebook, a folder or a pattern with *, but there is no such file; check the name")];
        if (node is not null)
            return [new NotebookTarget.Missing(path, $"expected a notebook before ::, but '{place}' may be several; name the one that has the test")];

        string[] files = [.. (isFolder ? NotebookSearch.InFolder(fullPath) : NotebookSearch.ByPattern(place, workingDirectory)).Order(StringComparer.Ordinal)];
        return files is []
            ? [new NotebookTarget.Missing(path, $"expected notebooks (.ipynb, .dib, or .cs with `// %%` cells), but {(isFolder ? "the folder has none" : "none matches")}")]
            : files.Select(file => Found(place, file, workingDirectory, node: null));
    }

    private static NotebookTarget.Found Found(string place, string fullPath, string workingDirectory, string? node) => new(
        Path.IsPathRooted(place) ? fullPath : Path.GetRelativePath(workingDirectory, fullPath),
        fullPath,
        node is null ? [] : [$"{Path.GetFileName(fullPath)}::{node}"]);

    private static string Identity(NotebookTarget target) => target is NotebookTarget.Found found ? found.FullPath : target.Shown;

    // A notebook given whole and again with a node runs whole, as in pytest.
    private static NotebookTarget Merge(IEnumerable<NotebookTarget> same)
    {
        var targets = same.ToList();
        var found = targets.OfType<NotebookTarget.Found>().ToList();
        if (found is [])
            return targets[0];
        return found[0] with { Nodes = found.Exists(target => target.Nodes is []) ? [] : [.. found.SelectMany(target => target.Nodes).Distinct(StringComparer.Ordinal)] };
    }
}
