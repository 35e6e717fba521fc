using System.Collections.Concurrent;
using System.Reflection.Emit;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Assemblies;

/// <summary>
/// Assemblies that nothing makes any more, since it makes one of another name. Cells have the references of all cells before them,
/// and none can be taken from them; but of assemblies of one name they see the newest, and here that is an empty one.
/// </summary>
/// <param name="loadContext">Gives versions.</param>
internal sealed class RetiredAssemblies(CellLoadContext loadContext)
{
    private readonly ConcurrentDictionary<string, PortableExecutableReference> _standIns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What cells refer to in place of them. Any thread may ask.</summary>
    public IEnumerable<PortableExecutableReference> References => _standIns.Values;

    /// <summary>Puts an empty assembly in the place of one.</summary>
    public void Add(AssemblyGeneration retired)
    {
        var name = retired.Assembly.GetName();
        using var image = new MemoryStream();
        var empty = new PersistedAssemblyBuilder(name, typeof(object).Assembly);
        empty.DefineDynamicModule(name.Name!);
        empty.Save(image);
        _standIns[name.Name!] = AssemblyImage.Read(image.ToArray())!.ReferenceTo(loadContext.NextVersion(name), [], documentation: null);
    }

    /// <summary>Takes out the empty assembly of a name that is in use again.</summary>
    public void Remove(string name) => _standIns.TryRemove(name, out _);
}
