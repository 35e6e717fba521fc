using IpytestNet.Kernel.Sdk;

namespace IpytestNet.Kernel.Documentation;

/// <summary>The documentation of the framework, from the reference pack of an SDK that is installed beside the runtime.</summary>
internal static class FrameworkDocs
{
    // What most of the framework is documented in, whatever assembly implements it.
    private const string Main = "System.Runtime";

    private static readonly Lazy<IReadOnlyList<XmlDocFile>> Files = new(() => [.. (Folder(DotnetHost.Root, Environment.Version) is { } folder
        ? Directory.EnumerateFiles(folder, "*.xml").Order(StringComparer.Ordinal)
        : Enumerable.Empty<string>()).Select(path => new XmlDocFile(path))]);

    /// <summary>Gives the XML of a member, or null if there is none, or no pack.</summary>
    /// <param name="id">Its documentation id.</param>
    /// <param name="assembly">The assembly that implements it; its documentation may be in the file of another.</param>
    /// <param name="space">Its namespace.</param>
    public static string? Find(string id, string assembly, string space) => Files.Value
        .OrderByDescending(file => file.Name == assembly)
        .ThenByDescending(file => file.Name is Main)
        .ThenByDescending(file => space.StartsWith(file.Name, StringComparison.Ordinal))
        .ThenByDescending(file => file.Name.StartsWith(space, StringComparison.Ordinal))
        .Select(file => file.Find(id))
        .FirstOrDefault(found => found is not null);

    /// <summary>Gives the folder of the pack that fits a runtime: of its version, else of the newest before it, else of the newest.</summary>
    /// <param name="root">The folder of the SDK.</param>
    /// <param name="runtime">The version of the runtime.</param>
    public static string? Folder(string root, Version runtime)
    {
        var packs = Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref");
        if (!Directory.Exists(packs))
            return null;
        return (from pack in Directory.EnumerateDirectories(packs)
                let version = Version.TryParse(Path.GetFileName(pack).Split('-')[0], out var parsed) ? parsed : new Version()
                let isLater = (version.Major, version.Minor).CompareTo((runtime.Major, runtime.Minor)) > 0
                orderby isLater, version descending
                select Path.Combine(pack, "ref") into references
                where Directory.Exists(references)
                select Directory.EnumerateDirectories(references, "net*").FirstOrDefault()).FirstOrDefault(folder => folder is not null);
    }
}
