using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace IpytestNet.Kernel.Projects;

/// <summary>
/// An assembly whose version is replaced: one that is compiled again must have a later version than before, since of assemblies of one
/// name the compiler sees the newest, and the runtime tells them apart by it.
/// </summary>
/// <remarks>The fields have a fixed width (ECMA-335, II.22.2 and II.22.5), so nothing else moves.</remarks>
internal static class AssemblyImage
{
    private const int VersionOfAssembly = 4;
    private const int TokenOfReference = 12;
    private const int LargestSmallHeap = 0xFFFF;

    /// <summary>The version of an assembly that comes after another of its name: its own, if that is later.</summary>
    /// <param name="own">The version that the assembly has.</param>
    /// <param name="last">The version that must not come again; null if there is none.</param>
    public static Version After(Version own, Version? last) =>
        last is null || own > last ? own : new Version(last.Major, last.Minor, last.Build, last.Revision + 1);

    /// <summary>Reads the name and version of an assembly.</summary>
    public static AssemblyName NameOf(byte[] image)
    {
        using var file = Open(image);
        return file.GetMetadataReader().GetAssemblyDefinition().GetAssemblyName();
    }

    /// <summary>Reads the full names of the types that code can name, but for those within others.</summary>
    public static IReadOnlySet<string> TypesIn(byte[] image)
    {
        using var file = Open(image);
        var metadata = file.GetMetadataReader();
        return metadata.TypeDefinitions
            .Select(metadata.GetTypeDefinition)
            .Where(type => !type.IsNested)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
            .Where(name => !name.Contains('<', StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Gives an assembly with another version.</summary>
    /// <param name="image">The assembly, which is left as it is.</param>
    /// <param name="version">Its version.</param>
    /// <param name="references">The assemblies that it is to refer to, in place of others of their names.</param>
    public static byte[] WithVersion(byte[] image, Version version, IEnumerable<AssemblyName> references)
    {
        var changed = image.ToArray();
        using var file = Open(image);
        var metadata = file.GetMetadataReader();
        var start = file.PEHeaders.MetadataStartOffset;
        Write(changed.AsSpan(start + metadata.GetTableMetadataOffset(TableIndex.Assembly) + VersionOfAssembly), version);
        var byName = references.DistinctBy(reference => reference.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(reference => reference.Name!, StringComparer.OrdinalIgnoreCase);
        foreach (var handle in metadata.AssemblyReferences)
        {
            if (!byName.TryGetValue(metadata.GetString(metadata.GetAssemblyReference(handle).Name), out var reference))
                continue;
            var row = start + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef)
                + ((MetadataTokens.GetRowNumber(handle) - 1) * metadata.GetTableRowSize(TableIndex.AssemblyRef));
            Write(changed.AsSpan(row), reference.Version!);
            // What is compiled in this process is not signed.
            if (reference.GetPublicKeyToken() is null or [])
                changed.AsSpan(row + TokenOfReference, metadata.GetHeapSize(HeapIndex.Blob) > LargestSmallHeap ? 4 : 2).Clear();
        }

        return changed;
    }

    private static PEReader Open(byte[] image) => new(ImmutableCollectionsMarshal.AsImmutableArray(image));

    private static void Write(Span<byte> place, Version version)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(place, (ushort)version.Major);
        BinaryPrimitives.WriteUInt16LittleEndian(place[2..], (ushort)version.Minor);
        BinaryPrimitives.WriteUInt16LittleEndian(place[4..], (ushort)version.Build);
        BinaryPrimitives.WriteUInt16LittleEndian(place[6..], (ushort)version.Revision);
    }
}
