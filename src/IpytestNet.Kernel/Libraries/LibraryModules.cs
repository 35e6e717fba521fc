using System.Collections.Concurrent;
using System.Security.Cryptography;
using IpytestNet.Hosting;
using IpytestNet.Kernel.Assemblies;
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
    public IEnumerable<PortableExecutableReference> References => _modules.Values.Select(module => module.Code.Reference);

    /// <summary>What the notebook depends on.</summary>
    public DependencyLog Dependencies => loadContext.Dependencies;

    /// <inheritdoc/>
    public IEnumerable<CodeModule> Modules => _modules.Keys.Select(name => new CodeModule(name, name));

    /// <summary>What code refers to for a file; null if it has not been brought.</summary>
    public PortableExecutableReference? Find(string path) => _modules.Values.FirstOrDefault(module => module.Path == path)?.Code.Reference;

    /// <summary>
    /// Loads a library, and those beside it that it needs, if they are not there yet or have been built anew. What is no library is left
    /// to the compiler, which says so.
    /// </summary>
    /// <param name="path">The full path of the file.</param>
    public void Bring(string path) => Bring(path, new Dictionary<string, LibraryModule?>(StringComparer.Ordinal));

    /// <inheritdoc/>
    public void Reload(IReadOnlySet<string> names)
    {
        var met = new Dictionary<string, LibraryModule?>(StringComparer.Ordinal);
        foreach (var (name, module) in _modules.Where(entry => Concerns(entry.Key, names, [])).ToList())
        {
            if (Bring(module.Path, met) is null)
            {
                var problem = File.Exists(module.Path) ? "it is no library of .NET" : "the file is gone";
                throw new CompilationException([new CompilationProblem(Unreadable, $"{name} cannot be loaded anew: {problem}; build it, and reload it then", module.Path, 1, 1)]);
            }
        }
    }

    private bool Concerns(string name, IReadOnlySet<string> names, HashSet<string> seen) =>
        seen.Add(name) && (names.Contains(name) || (_modules.TryGetValue(name, out var module) && module.Needs.Any(needed => Concerns(needed, names, seen))));

    // Many libraries may need one: each is looked at once.
    private LibraryModule? Bring(string path, Dictionary<string, LibraryModule?> met) =>
        met.TryGetValue(path, out var module) ? module : met[path] = BringOnce(path, met);

    private LibraryModule? BringOnce(string path, Dictionary<string, LibraryModule?> met)
    {
        Dependencies.Add(new Dependency(path));
        if (Read(path) is not { } image || loadContext.Packages.Has(image.Name.Name!))
            return null;
        var name = image.Name.Name!;
        var before = _modules.GetValueOrDefault(name);
        // Where libraries need each other, the others see what it was.
        met[path] = before;
        List<AssemblyGeneration> needs =
            [.. image.References.Select(needed => Beside(path, needed)).OfType<string>().Select(beside => Bring(beside, met)?.Code).OfType<AssemblyGeneration>()];
        var content = Content(image, needs);
        if (before?.Content == content)
            return before.Path == path ? before : _modules[name] = before with { Path = path };
        var code = loadContext.LoadGeneration(image, FilesBeside.Symbols(path), EmittedDocumentation.Of(FilesBeside.Documentation(path)), needs);
        loadContext.AddFile(path);
        return _modules[name] = new LibraryModule(path, content, [.. needs.Select(need => need.Name)], code);
    }

    private static AssemblyImage? Read(string path)
    {
        try
        {
            return AssemblyImage.Read(File.ReadAllBytes(path));
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

    private static string Content(AssemblyImage image, IEnumerable<AssemblyGeneration> needs) =>
        Convert.ToHexString(SHA256.HashData(image.Bytes)) + string.Concat(needs.Select(need => $" {need}"));
}
