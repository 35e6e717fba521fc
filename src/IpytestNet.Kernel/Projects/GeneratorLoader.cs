using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Projects;

/// <summary>Loads source generators; with the compiler of this process, whatever version they were built for.</summary>
internal sealed class GeneratorLoader : AssemblyLoadContext, IAnalyzerAssemblyLoader
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Assembly> _loaded = new(StringComparer.OrdinalIgnoreCase);

    public GeneratorLoader()
        : base("generators")
    {
    }

    /// <inheritdoc/>
    public void AddDependencyLocation(string fullPath)
    {
        lock (_gate)
            _files.TryAdd(Path.GetFileNameWithoutExtension(fullPath), fullPath);
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
        var name = assemblyName.Name!;
        if (name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && !_files.ContainsKey(name))
            return null;
        lock (_gate)
            return _files.TryGetValue(name, out var path) ? LoadFromPath(path) : null;
    }
}
