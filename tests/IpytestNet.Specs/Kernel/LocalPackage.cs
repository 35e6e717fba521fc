using System.IO.Compression;
using IpytestNet.Specs.Documents;

namespace IpytestNet.Specs.Kernel;

/// <summary>A package made by a spec.</summary>
/// <param name="Name">Its name, also that of its assembly.</param>
/// <param name="Version">Its version.</param>
internal sealed record LocalPackage(string Name, string Version)
{
    /// <summary>The code of its assembly; null for a package without one.</summary>
    public string? Code { get; init; }

    /// <summary>The package that it needs, and at least in which version.</summary>
    public (string Name, string Version)? Dependency { get; init; }

    /// <summary>Other files, by their path in the package.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = new Dictionary<string, byte[]>(StringComparer.Ordinal);

    /// <summary>Packs it into a folder.</summary>
    public void Pack(string folder)
    {
        using var built = new TemporaryFolder();
        using var archive = ZipFile.Open(Path.Combine(folder, $"{Name}.{Version}.nupkg"), ZipArchiveMode.Create);
        Add($"{Name}.nuspec", System.Text.Encoding.UTF8.GetBytes(Specification()));
        if (Code is not null)
        {
            Add($"lib/net8.0/{Name}.dll", File.ReadAllBytes(BuiltLibrary.Build(built.Root, Name, Code)));
            Add($"lib/net8.0/{Name}.xml", System.Text.Encoding.UTF8.GetBytes(
                $"<doc><members><member name=\"T:{Name}\"><summary>What {Name} is for.</summary></member></members></doc>"));
        }

        foreach (var (path, content) in Files)
            Add(path, content);

        void Add(string path, byte[] content)
        {
            using var entry = archive.CreateEntry(path).Open();
            entry.Write(content);
        }
    }

    private string Specification() =>
        $"""
        <package>
          <metadata>
            <id>{Name}</id>
            <version>{Version}</version>
            <authors>the specs</authors>
            <description>made by a spec</description>
            <dependencies><group targetFramework="net8.0">{Needed()}</group></dependencies>
          </metadata>
        </package>
        """;

    private string Needed() => Dependency is var (name, version) ? $"<dependency id=\"{name}\" version=\"{version}\" />" : "";
}
