using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Assemblies;

/// <summary>
/// Where a notebook's assemblies live: its cells and the files it references. Not collectible: static arrays of collectible
/// assemblies are several times slower.
/// </summary>
internal sealed class CellLoadContext() : AssemblyLoadContext(NotebookName)
{
    private const string NotebookName = "notebook";

    private readonly Dictionary<string, Assembly> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Assembly> _generations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Version> _versions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Assembly> _newest = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The files of packages.</summary>
    public PackageFiles Packages { get; } = new();

    /// <summary>What the notebook depends on.</summary>
    public DependencyLog Dependencies { get; } = new();

    /// <summary>Whether code is of a notebook: of its cells, or of what they load.</summary>
    public static bool Holds(Assembly assembly) => GetLoadContext(assembly)?.Name is NotebookName;

    /// <summary>Loads the assembly of a cell.</summary>
    public Assembly Load(Stream assembly, Stream symbols)
    {
        var loaded = LoadFromStream(assembly, symbols);
        lock (_loaded)
            _loaded[loaded.GetName().Name!] = loaded;
        return loaded;
    }

    /// <summary>Loads an assembly that may come again in a newer version; older cells keep the version that they were compiled with.</summary>
    /// <param name="image">The assembly as it was built.</param>
    /// <param name="symbols">Its symbols; empty if there are none.</param>
    /// <param name="documentation">Its documentation, or null.</param>
    /// <param name="needs">The assemblies that it refers to, as far as they may come again.</param>
    public AssemblyGeneration LoadGeneration(AssemblyImage image, byte[] symbols, DocumentationProvider? documentation, IReadOnlyCollection<AssemblyGeneration> needs)
    {
        var version = NextVersion(image.Name);
        using var code = new MemoryStream(image.WithVersion(version, needs));
        using var lines = symbols is [] ? null : new MemoryStream(symbols);
        var loaded = new LibraryLoadContext(this).LoadFromStream(code, lines);
        lock (_loaded)
            _generations[Generation(loaded.GetName())] = _newest[image.Name.Name!] = loaded;
        return new AssemblyGeneration(image.Name.Name!, version, loaded, image.ReferenceTo(version, needs, documentation)) { IsSigned = image.IsSigned };
    }

    /// <summary>Gives an assembly its version: its own, if that is later than the last one of its name.</summary>
    public Version NextVersion(AssemblyName name)
    {
        lock (_loaded)
        {
            var own = name.Version!;
            return _versions[name.Name!] = !_versions.TryGetValue(name.Name!, out var last) || own > last ? own
                : last.Revision < ushort.MaxValue ? new Version(last.Major, last.Minor, last.Build, last.Revision + 1)
                : new Version(last.Major, last.Minor, last.Build + 1, 0);
        }
    }

    /// <summary>The simple names of the assemblies of which code uses another version than the newest.</summary>
    public IReadOnlyList<string> OutdatedIn(Assembly code)
    {
        var used = UsedAssemblies.Of(code);
        lock (_loaded)
        {
            return [.. used
                .Where(name => _generations.TryGetValue(Generation(name), out var loaded) && _newest[loaded.GetName().Name!] != loaded)
                .Select(name => name.Name!)];
        }
    }

    /// <summary>Makes a referenced file known, to be loaded when code first needs it.</summary>
    public void AddFile(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        // What came first stays, as that of a package does.
        if (Packages.Has(name))
            return;
        lock (_loaded)
            _files.TryAdd(name, path);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) => Find(assemblyName);

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) => FindLibrary(unmanagedDllName);

    /// <summary>Gives an assembly that the notebook has, loaded when it is needed; null for what the process has.</summary>
    public Assembly? Find(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        lock (_loaded)
        {
            if (_generations.TryGetValue(Generation(assemblyName), out var loaded) || _newest.TryGetValue(name, out loaded) || _loaded.TryGetValue(name, out loaded))
                return loaded;
            if (!_files.ContainsKey(name) && Packages.Find(assemblyName) is { } packaged)
                return LoadFromAssemblyPath(packaged);
            return FindFile(name) is { } path ? _loaded[name] = LoadCopy(path) : null;
        }
    }

    /// <summary>Gives a native library of a package, loaded; zero for none.</summary>
    public IntPtr FindLibrary(string name) => Packages.FindLibrary(name) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;

    // Not by the key: to the compiler there is one where there may be none.
    private static string Generation(AssemblyName name) => $"{name.Name}, {name.Version}";

    private string? FindFile(string name)
    {
        if (_files.TryGetValue(name, out var path))
            return path;
        // What a referenced library needs lies beside it, unless the process has it already.
        return NotebookReferences.IsProvided(name)
            ? null
            : _files.Values.Select(file => Path.Combine(Path.GetDirectoryName(file)!, name + ".dll")).FirstOrDefault(File.Exists);
    }

    // From memory, so that the file can be built again while the notebook uses it.
    private Assembly LoadCopy(string path)
    {
        Dependencies.Add(new Dependency(path));
        using var assembly = new MemoryStream(File.ReadAllBytes(path));
        using var symbols = FilesBeside.Symbols(path) is { Length: > 0 } read ? new MemoryStream(read) : null;
        return LoadFromStream(assembly, symbols);
    }
}
