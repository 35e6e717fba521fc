using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Assemblies;

/// <summary>References of cells as a library needs them: cells see the newest of assemblies of one name, to a library they are an error.</summary>
internal static class NewestReferences
{
    /// <summary>Takes out those to older versions.</summary>
    public static IEnumerable<MetadataReference> Of(IEnumerable<MetadataReference> references) => references
        .Select(reference => (Reference: reference, Identity: IdentityOf(reference)))
        .GroupBy(entry => entry.Identity.Name, StringComparer.OrdinalIgnoreCase)
        .Select(versions => versions.MaxBy(entry => entry.Identity.Version).Reference);

    private static (string Name, Version Version) IdentityOf(MetadataReference reference)
    {
        if ((reference as PortableExecutableReference)?.GetMetadata() is not AssemblyMetadata assembly)
            return (reference.Display ?? "", new Version());
        var metadata = assembly.GetModules()[0].GetMetadataReader();
        var definition = metadata.GetAssemblyDefinition();
        return (metadata.GetString(definition.Name), definition.Version);
    }
}
