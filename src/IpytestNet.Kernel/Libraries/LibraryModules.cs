using System.Collections.Concurrent;
using System.Security.Cryptography;
using IpytestNet.Hosting;
using IpytestNet.Kernel.Compilation;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Libraries;

/// <summary>The libraries that a notebook refers to by their files, and those beside them that they need, each as it was built last.</summary>
/// <param name="loadContext">Where they are loaded.</param>
internal sealed class LibraryModules(CellLoadContext loadContext) : IModuleSource
{
    private const string Unreadable = "IPY0030";

    private readonly ConcurrentDictionary<string, LibraryModule> _modules = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What cells refer to.</summary>
    public IEnumerable<PortableExecutableReference> References => _modules.Values.Select(module => module.Reference);

    /// <inheritdoc/>
    public IEnumerable<CodeModule> Modules => _modules.Keys.Select(name => new CodeModule(name, name));

    /// <summary>What code refers to for a file; null if it has not been brought.</summary>
    public PortableExecutableReference? Find(string path) => _modules.Values.FirstOrDefault(module => module.Path == path)?.Reference;

    /// <summary>
    /// Loads a library, and those beside it that it needs, if they are not there yet or have been built anew. What is no library is left
    /// to the compiler, which says so.
    /// </summary>
    /// <param name="path">The full path of the file.</param>
    public void Bring(string path) => Bring(path, []);

    /// <inheritdoc/>
    public void Reload(IReadOnlySet<string> names)
    {
        foreach (var (name, module) in _modules.Where(entry => Concerns(entry.Key, names, [])).ToList())
        {
            if (Bring(module.Path, []) is null)
            {
                var problem = File.Exists(module.Path) ? "it is no library of .NET" : "the file is gone";
                throw new CompilationException([new CompilationProblem(Unreadable, $"{name} cannot be loaded anew: {problem}; build it, and reload it then", module.Path, 1, 1)]);
            }
        }
    }

    private bool Concerns(string name, IReadOnlySet<string> names, HashSet<string> seen) =>
        seen.Add(name) && (names.Contains(name) || (_modules.TryGetValue(name, out var module) && module.Needs.Any(needed => Concerns(needed, names, seen))));

    private LibraryModule? Bring(string path, HashSet<string> above)
    {
        if (Read(path) is not { } image || loadContext.Packages.Has(image.Name))
            return null;
        var before = _modules.GetValueOrDefault(image.Name);
        if (!above.Add(image.Name))
            return before;
        var needs = image.References.Select(name => Beside(path, name)).OfType<string>().Select(beside => Bring(beside, above)).OfType<LibraryModule>().ToList();
        above.Remove(image.Name);
        var content = Content(image, needs);
        if (before?.Content == content)
            return before.Path == path ? before : _modules[image.Name] = before with { Path = path };
        var version = before is null ? image.Version : Later(image.Version, before.Version);
        var versions = needs.ToDictionary(module => module.Name, module => module.Version, StringComparer.OrdinalIgnoreCase);
        Load(path, before is null && needs.TrueForAll(need => need.IsFirst) ? image.Bytes : image.ForRuntime(version, versions), image.Name, version);
        return _modules[image.Name] = new LibraryModule(
            image.Name, path, content, version, before is null, [.. versions.Keys],
            MetadataReference.CreateFromImage(image.ForCompiler(version, versions), filePath: path));
    }

    private void Load(string path, byte[] image, string name, Version version)
    {
        var symbols = Path.ChangeExtension(path, ".pdb");
        using var code = new MemoryStream(image);
        using var lines = File.Exists(symbols) ? new MemoryStream(File.ReadAllBytes(symbols)) : null;
        loadContext.LoadGeneration(code, lines, seenAs: $"{name}, Version={version}, Culture=neutral, PublicKeyToken=null");
        loadContext.AddFile(path);
    }

    private static LibraryImage? Read(string path)
    {
        try
        {
            return LibraryImage.Read(File.ReadAllBytes(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // What the process or a package has is not loaded from elsewhere.
    private string? Beside(string path, string name) =>
        !NotebookReferences.IsProvided(name) && !loadContext.Packages.Has(name) && Path.Combine(Path.GetDirectoryName(path)!, name + ".dll") is var beside && File.Exists(beside)
            ? beside
            : null;

    private static string Content(LibraryImage image, IEnumerable<LibraryModule> needs) =>
        Convert.ToHexString(SHA256.HashData(image.Bytes)) + string.Concat(needs.Select(need => $" {need.Name} {need.Version}"));

    // Of libraries of one name, the compiler sees the newest version.
    private static Version Later(Version built, Version before) =>
        built > before ? built
        : before.Revision < ushort.MaxValue ? new Version(before.Major, before.Minor, before.Build, before.Revision + 1)
        : new Version(before.Major, before.Minor, before.Build + 1, 0);
}
