using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage.Reports;

/// <summary>The folders in which a program finds the files of a report.</summary>
/// <param name="root">The full path of the first one.</param>
/// <param name="files">The files of the report.</param>
internal sealed class SourceFolders(string root, IEnumerable<FileCoverage> files)
{
    /// <summary>Their full paths: the root, and the folders of files that are elsewhere.</summary>
    public IReadOnlyList<string> Paths { get; } =
    [
        root,
        .. files.Select(file => file.Path).OfType<string>().Where(path => !IsBelow(root, path)).Select(path => Path.GetDirectoryName(path)!).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Returns the path of a file, relative to one of the folders.</summary>
    public string NameOf(FileCoverage file) => file.Path switch
    {
        null => file.Name,
        var path when IsBelow(root, path) => Path.GetRelativePath(root, path).Replace('\\', '/'),
        var path => Path.GetFileName(path),
    };

    private static bool IsBelow(string folder, string path) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
