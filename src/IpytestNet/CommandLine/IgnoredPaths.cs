namespace IpytestNet.CommandLine;

/// <summary>The paths given to <c>--ignore</c>: what they name, and all below a folder.</summary>
/// <param name="paths">The paths.</param>
/// <param name="folder">The folder that relative ones start from.</param>
internal sealed class IgnoredPaths(IEnumerable<string> paths, string folder)
{
    private readonly string[] _paths = [.. paths.Where(path => path.Length > 0).Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, folder)))];

    /// <summary>Whether a path or a node id is left out.</summary>
    public bool Contain(string target)
    {
        if (_paths.Length == 0 || target.Length == 0)
            return false;
        var full = Path.GetFullPath(target.Split(NodeId.Separator)[0], folder);
        return Array.Exists(_paths, path => full == path || full.StartsWith(path + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }
}
