using IpytestNet.Kernel.Compilation;

namespace IpytestNet.Kernel.Packages;

/// <summary>A source of packages that a cell names beside those of <c>nuget.config</c>.</summary>
/// <param name="Place">A URL, or the full path of a folder.</param>
/// <param name="Directive">Where the cell says so.</param>
internal sealed record PackageSource(string Place, CellReference Directive)
{
    /// <summary>Reads what stands behind <c>nuget:</c>.</summary>
    /// <param name="directive">The directive.</param>
    /// <param name="folders">The folders that relative paths start from, the first one first.</param>
    /// <returns>The source, or what is wrong with it.</returns>
    public static (PackageSource? Source, string? Problem) Parse(CellReference directive, IReadOnlyList<string> folders)
    {
        var text = directive.Text[PackageScheme.Prefix.Length..].Trim();
        if (text.Length == 0)
            return (null, "Expected a source of packages, as in #i \"nuget: ../packages\", but there is none");
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return (new PackageSource(text, directive), null);
        var candidates = folders.Select(folder => Path.GetFullPath(text.Replace('\0', '?'), folder)).ToList();
        return candidates.Find(Directory.Exists) is { } found
            ? (new PackageSource(found, directive), null)
            : (null, $"Expected the URL of a source of packages or a folder that exists, but there is no folder '{candidates[^1]}'");
    }
}
