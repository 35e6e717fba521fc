using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Projects;

/// <summary>
/// Assemblies that no project makes any more, since it makes one of another name. Cells have the references of all cells before them,
/// and none can be taken from them; but of assemblies of one name they see the newest, and here that is an empty one.
/// </summary>
internal sealed class RetiredAssemblies
{
    private readonly ConcurrentDictionary<string, PortableExecutableReference> _standIns = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<PortableExecutableReference> _superseded = new();

    /// <summary>What cells refer to in place of them. Any thread may ask.</summary>
    public IEnumerable<PortableExecutableReference> References => _standIns.Values;

    /// <summary>What they referred to until the names were in use again. Any thread may ask.</summary>
    public IEnumerable<PortableExecutableReference> Superseded => _superseded;

    /// <summary>Puts an empty assembly in the place of one.</summary>
    /// <param name="name">The name of the assembly, with the version that the empty one has.</param>
    public void Add(AssemblyName name)
    {
        Remove(name.Name!);
        using var image = new MemoryStream();
        var empty = new PersistedAssemblyBuilder(name, typeof(object).Assembly);
        empty.DefineDynamicModule(name.Name!);
        empty.Save(image);
        _standIns[name.Name!] = ProjectReference.To(image.ToArray(), [], documentation: null);
    }

    /// <summary>Takes out the empty assembly of a name that is in use again.</summary>
    public void Remove(string name)
    {
        if (_standIns.TryRemove(name, out var standIn))
            _superseded.Enqueue(standIn);
    }
}
