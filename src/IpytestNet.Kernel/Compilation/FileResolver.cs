using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Compilation;

/// <summary>Finds the files that <c>#load</c> and <c>#r</c> name, and hands the loaded ones to the compiler as they were rewritten.</summary>
/// <param name="folders">The folders that relative paths of a cell start from, the first one first.</param>
internal sealed class FileResolver(Func<IReadOnlyList<string>> folders) : SourceReferenceResolver
{
    private readonly Dictionary<string, string> _rewritten = new(StringComparer.Ordinal);

    /// <summary>Told of the files that decide what a path means: the one that it names, and those that would come before it if they were there.</summary>
    public Action<IEnumerable<string>> Looked { get; init; } = _ => { };

    /// <summary>Gives the compiler another text in place of a file's own.</summary>
    public void Rewrite(string path, string text) => _rewritten[path] = text;

    /// <summary>The folders that relative paths start from, the first one first: a file that names another means one beside it.</summary>
    /// <param name="file">The full path of the file; anything else for a cell.</param>
    /// <param name="ofCells">Those of cells.</param>
    public static IReadOnlyList<string> StartsOf(string? file, IReadOnlyList<string> ofCells) =>
        Path.IsPathRooted(file) ? [Path.GetDirectoryName(file)!] : ofCells;

    /// <inheritdoc/>
    public override string? NormalizePath(string path, string? baseFilePath) => path;

    /// <inheritdoc/>
    public override string? ResolveReference(string path, string? baseFilePath)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
            return null;
        var candidates = StartsOf(baseFilePath, folders()).Select(folder => Path.GetFullPath(path, folder)).ToList();
        var found = candidates.FindIndex(File.Exists);
        Looked(found < 0 ? candidates : candidates.Take(found + 1));
        return found < 0 ? null : candidates[found];
    }

    /// <inheritdoc/>
    public override Stream OpenRead(string resolvedPath) =>
        _rewritten.TryGetValue(resolvedPath, out var text) ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : File.OpenRead(resolvedPath);

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
