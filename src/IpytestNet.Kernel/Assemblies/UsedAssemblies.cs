using System.Reflection;
using System.Reflection.Metadata;

namespace IpytestNet.Kernel.Assemblies;

/// <summary>The assemblies whose types an assembly uses. Those that it refers to are more: the compiler adds all that a newer version has replaced.</summary>
internal static class UsedAssemblies
{
    /// <summary>Reads them.</summary>
    public static unsafe IReadOnlyList<AssemblyName> Of(Assembly assembly)
    {
        if (!assembly.TryGetRawMetadata(out var blob, out var length))
            return assembly.GetReferencedAssemblies();
        var metadata = new MetadataReader(blob, length);
        var names = metadata.TypeReferences
            .Select(handle => metadata.GetTypeReference(handle).ResolutionScope)
            .Where(scope => scope.Kind is HandleKind.AssemblyReference)
            .Distinct()
            .Select(scope => metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).GetAssemblyName())
            .ToList();
        // The metadata is the assembly's own, for as long as it lives.
        GC.KeepAlive(assembly);
        return names;
    }
}
