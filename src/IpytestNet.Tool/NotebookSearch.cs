using IpytestNet.Kernel.Documents;
using Microsoft.Extensions.FileSystemGlobbing;

namespace IpytestNet.Tool;

/// <summary>Searches folders for notebooks, past those that hold no source: hidden ones, <c>bin</c> and <c>obj</c>.</summary>
internal static class NotebookSearch
{
    // The defaults leave out what is hidden or may not be read.
    private static readonly EnumerationOptions Visible = new();

    /// <summary>Returns the notebooks in a folder and below.</summary>
    public static IEnumerable<string> InFolder(string folder)
    {
        var here = new DirectoryInfo(folder);
        var files = here.EnumerateFiles("*", Visible).Select(file => file.FullName).Where(NotebookDocument.IsNotebook);
        // A link may lead back up, and what it leads to has a place of its own.
        var below = here.EnumerateDirectories("*", Visible).Where(child => !IsPassedBy(child.Name) && child.LinkTarget is null);
        return files.Concat(below.SelectMany(child => InFolder(child.FullName)));
    }

    /// <summary>Returns the notebooks that match a pattern with <c>*</c> and <c>**</c>.</summary>
    public static IEnumerable<string> ByPattern(string pattern, string workingDirectory)
    {
        var segments = pattern.Replace('\\', '/').Split('/');
        var fixedCount = segments.TakeWhile(segment => !segment.Contains('*', StringComparison.Ordinal)).Count();
        var root = fixedCount is 0 ? workingDirectory : Path.GetFullPath(string.Join('/', segments[..fixedCount]) + "/", workingDirectory);
        if (!Directory.Exists(root))
            return [];

        var matcher = new Matcher(StringComparison.Ordinal).AddInclude(string.Join('/', segments[fixedCount..]));
        return matcher.GetResultsInFullPath(root)
            .Where(file => !Folders(root, file).Except(segments).Any(IsPassedBy))
            .Select(Path.GetFullPath)
            .Where(NotebookDocument.IsNotebook);
    }

    private static string[] Folders(string root, string file) => Path.GetRelativePath(root, file).Replace('\\', '/').Split('/')[..^1];

    /// <summary>Whether a folder is one that holds no source.</summary>
    public static bool IsPassedBy(string folder) => folder is "bin" or "obj" || folder.StartsWith('.');
}
