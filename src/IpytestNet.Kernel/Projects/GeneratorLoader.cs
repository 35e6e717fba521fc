using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Projects;

/// <summary>Loads the source generators of a folder; with the compiler of this process, whatever version they were built for.</summary>
/// <remarks>A folder each, since frameworks of several versions bring generators of one name.</remarks>
internal sealed class GeneratorLoader : AssemblyLoadContext, IAnalyzerAssemblyLoader
{
    private static readonly ConcurrentDictionary<(string Folder, DateTime Written), GeneratorLoader> Loaders = new();

    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly Dictionary<string, Assembly> _loaded = new(StringComparer.OrdinalIgnoreCase);

    private GeneratorLoader(string folder)
        : base("generators") => _folder = folder;

    /// <summary>Gives the loader of a generator; another one after it was built again.</summary>
    public static GeneratorLoader Of(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        return Loaders.GetOrAdd((folder, Directory.EnumerateFiles(folder, "*.dll").Max(File.GetLastWriteTimeUtc)), key => new GeneratorLoader(key.Folder));
    }

    /// <inheritdoc/>
    public void AddDependencyLocation(string fullPath)
    {
        // They lie beside the generators.
    }

    /// <inheritdoc/>
    public Assembly LoadFromPath(string fullPath)
    {
        lock (_gate)
        {
            if (!_loaded.TryGetValue(fullPath, out var assembly))
            {
                // From memory, so that a generator can be built again.
                using var image = new MemoryStream(File.ReadAllBytes(fullPath));
                _loaded[fullPath] = assembly = LoadFromStream(image);
            }

            return assembly;
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return !assemblyName.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && File.Exists(path) ? LoadFromPath(path) : null;
    }
}
