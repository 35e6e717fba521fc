using IpytestNet.Sessions;

namespace IpytestNet.Discovery;

/// <summary>The files that patterns pick, such as <c>docs/**/*.md</c>.</summary>
/// <param name="Found">The files, each with its path from the current directory, in the order of their names.</param>
/// <param name="Missed">The patterns that pick none.</param>
internal sealed record MarkdownFiles(IReadOnlyList<(string Name, string Path)> Found, IReadOnlyList<string> Missed)
{
    private const string AnyFolders = "**";
    private const int MaxDepth = 64;

    // What is hidden is not documentation, and links may lead in circles.
    private static readonly EnumerationOptions Visible = new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };
    private static readonly EnumerationOptions VisibleFiles = new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };

    /// <summary>Finds the files, from the current directory on.</summary>
    public static MarkdownFiles Find(IReadOnlyList<string> patterns)
    {
        var root = Environment.CurrentDirectory;
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var missed = new List<string>();
        foreach (var pattern in patterns)
        {
            var parts = pattern.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
            var start = Path.IsPathRooted(pattern) ? Path.GetPathRoot(Path.GetFullPath(pattern))! : root;
            var paths = parts.Length > 0 ? Search(start, Path.IsPathRooted(pattern) && start.Length > 1 ? parts[1..] : parts, depth: 0).ToList() : [];
            foreach (var path in paths)
                found[NameOf(path, root)] = path;
            if (paths.Count == 0)
                missed.Add(pattern);
        }

        return new MarkdownFiles([.. found.Select(file => (file.Key, file.Value))], missed);
    }

    private static IEnumerable<string> Search(string folder, string[] parts, int depth)
    {
        var (part, rest) = (parts[0], parts[1..]);
        if (!Directory.Exists(folder) || depth > MaxDepth)
            return [];
        if (part is "." or "..")
            return rest.Length > 0 ? Search(Path.GetFullPath(Path.Combine(folder, part)), rest, depth + 1) : [];
        if (part is AnyFolders && rest.Length > 0)
            return Search(folder, rest, depth + 1).Concat(FoldersIn(folder).SelectMany(inner => Search(inner, parts, depth + 1)));

        var glob = new NameGlob(part is AnyFolders ? "*" : part);
        return rest.Length > 0
            ? FoldersIn(folder).Where(inner => glob.Matches(Path.GetFileName(inner))).SelectMany(inner => Search(inner, rest, depth + 1))
            : Directory.EnumerateFiles(folder, "*", VisibleFiles).Where(file => glob.Matches(Path.GetFileName(file)));
    }

    private static IEnumerable<string> FoldersIn(string folder) => Directory.EnumerateDirectories(folder, "*", Visible);

    private static string NameOf(string path, string root) => Path.GetRelativePath(root, path).Replace('\\', '/');
}
