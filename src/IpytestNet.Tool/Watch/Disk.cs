using System.Security.Cryptography;
using System.Text.Json;
using IpytestNet.Kernel.Assemblies;
using IpytestNet.Kernel.Documents;
using Microsoft.Extensions.FileSystemGlobbing;

namespace IpytestNet.Tool.Watch;

/// <summary>What the files that notebooks depend on hold.</summary>
internal sealed class Disk
{
    /// <summary>The content of a file that is not there.</summary>
    public const string Nothing = "";

    private readonly Dictionary<string, (DateTime Written, long Length, string Content)> _known = new(StringComparer.Ordinal);

    /// <summary>Returns the files of dependencies with a sum of what each holds.</summary>
    public IReadOnlyDictionary<string, string> Read(IEnumerable<Dependency> dependencies) => dependencies
        .SelectMany(FilesOf)
        .Distinct(StringComparer.Ordinal)
        .ToDictionary(path => path, ContentOf, StringComparer.Ordinal);

    /// <summary>Returns the files of a dependency; one that is named may not be there.</summary>
    public static IEnumerable<string> FilesOf(Dependency dependency)
    {
        if (dependency.Pattern is not { } pattern)
            return [dependency.Path];
        var matcher = new Matcher(StringComparison.Ordinal).AddInclude(pattern);
        return FoldersOf(dependency).SelectMany(folder => Entries(folder, Directory.EnumerateFiles)).Where(file => matcher.Match(dependency.Path, file).HasMatches);
    }

    /// <summary>Returns the folders in which something happens when a dependency changes, as far as they are there.</summary>
    public static IEnumerable<string> FoldersOf(Dependency dependency) => dependency.Pattern is { } pattern
        ? Below(dependency.Path, isDeep: pattern.Contains('/', StringComparison.Ordinal))
        : [Path.GetDirectoryName(dependency.Path)!];

    private static IEnumerable<string> Below(string folder, bool isDeep) => !Directory.Exists(folder)
        ? []
        : isDeep
            // A link may lead back up.
            ? Entries(folder, Directory.EnumerateDirectories)
                .Where(inner => !NotebookSearch.IsPassedBy(Path.GetFileName(inner)) && new DirectoryInfo(inner).LinkTarget is null)
                .SelectMany(inner => Below(inner, isDeep))
                .Prepend(folder)
            : [folder];

    private static IEnumerable<string> Entries(string folder, Func<string, IEnumerable<string>> enumerate)
    {
        try
        {
            return [.. enumerate(folder)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private string ContentOf(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                return Nothing;
            if (_known.TryGetValue(path, out var known) && known.Written == file.LastWriteTimeUtc && known.Length == file.Length)
                return known.Content;
            var content = SumOf(path);
            _known[path] = (file.LastWriteTimeUtc, file.Length, content);
            return content;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.GetType().Name;
        }
    }

    // What a notebook application saves beside the cells, outputs above all, changes nothing.
    private static string SumOf(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (Path.GetExtension(path) is not ".ipynb")
            return Convert.ToHexString(SHA256.HashData(bytes));
        try
        {
            return JsonSerializer.Serialize(NotebookDocument.Read(path).Cells);
        }
        catch (NotebookFormatException)
        {
            return Convert.ToHexString(SHA256.HashData(bytes));
        }
    }
}
