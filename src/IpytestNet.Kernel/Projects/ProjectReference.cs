using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Projects;

/// <summary>
/// What the compiler refers to in place of an assembly: its metadata with a public key. Without keys the compiler, as the runtime,
/// ignores the versions of references, and so would link one assembly of several versions to any version of another.
/// </summary>
/// <remarks>Nothing but metadata is changed (ECMA-335, II.24.2): the key is put behind a copy of the heap of blobs.</remarks>
internal static class ProjectReference
{
    private const int FlagsOfAssembly = 12;
    private const int KeyOfAssembly = 16;
    private const int TokenOfReference = 12;
    private const int LargestSmallHeap = 0xFFFF;
    private const int HasPublicKey = 1;

    // Nobody verifies it, so any key will do.
    private static readonly AssemblyName Signed = typeof(object).Assembly.GetName();

    /// <summary>Refers to an assembly.</summary>
    /// <param name="image">The assembly.</param>
    /// <param name="projects">The names of the assemblies without a key that are referred to in this way.</param>
    /// <param name="documentation">Its documentation; null if it has none.</param>
    public static PortableExecutableReference To(byte[] image, IReadOnlyCollection<string> projects, DocumentationProvider? documentation)
    {
        if (WithKey(image, projects) is not { } metadata)
            return MetadataReference.CreateFromImage(image, documentation: documentation);
        var pinned = GC.AllocateUninitializedArray<byte>(metadata.Length, pinned: true);
        metadata.CopyTo(pinned, 0);
        var module = ModuleMetadata.CreateFromMetadata(Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0), pinned.Length, () => GC.KeepAlive(pinned));
        return AssemblyMetadata.Create(module).GetReference(documentation);
    }

    private static byte[]? WithKey(byte[] image, IReadOnlyCollection<string> projects)
    {
        using var file = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(image));
        var reader = file.GetMetadataReader();
        var heap = reader.GetHeapSize(HeapIndex.Blob);
        var isLarge = heap > LargestSmallHeap;
        byte[] key = Signed.GetPublicKey()!, token = Signed.GetPublicKeyToken()!;
        byte[] added = [0x80, (byte)key.Length, .. key, (byte)token.Length, .. token];
        if (!reader.GetAssemblyDefinition().PublicKey.IsNil || (!isLarge && heap + added.Length > LargestSmallHeap))
            return null;

        var metadata = file.GetMetadata().GetContent().ToArray();
        byte[] changed = [.. metadata, .. new byte[-metadata.Length & 3], .. metadata.AsSpan(reader.GetHeapMetadataOffset(HeapIndex.Blob), heap), .. added, .. new byte[-(heap + added.Length) & 3]];
        var header = changed.AsSpan(HeaderOf("#Blob", metadata));
        BinaryPrimitives.WriteInt32LittleEndian(header, (metadata.Length + 3) & ~3);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], (heap + added.Length + 3) & ~3);

        var assembly = changed.AsSpan(reader.GetTableMetadataOffset(TableIndex.Assembly));
        assembly[FlagsOfAssembly] |= HasPublicKey;
        WriteIndex(assembly[KeyOfAssembly..], heap, isLarge);
        foreach (var handle in reader.AssemblyReferences.Where(handle => projects.Contains(reader.GetString(reader.GetAssemblyReference(handle).Name), StringComparer.OrdinalIgnoreCase)))
        {
            var row = reader.GetTableMetadataOffset(TableIndex.AssemblyRef) + ((MetadataTokens.GetRowNumber(handle) - 1) * reader.GetTableRowSize(TableIndex.AssemblyRef));
            WriteIndex(changed.AsSpan(row + TokenOfReference), heap + 2 + key.Length, isLarge);
        }

        return changed;
    }

    // The root of the metadata ends in the number of heaps, and for each its place, its size and its name.
    private static int HeaderOf(string heap, ReadOnlySpan<byte> metadata)
    {
        var at = 16 + BinaryPrimitives.ReadInt32LittleEndian(metadata[12..]) + 4;
        while (true)
        {
            var name = metadata[(at + 8)..];
            name = name[..name.IndexOf((byte)0)];
            if (Encoding.ASCII.GetString(name) == heap)
                return at;
            at += 8 + ((name.Length + 4) & ~3);
        }
    }

    private static void WriteIndex(Span<byte> place, int index, bool isLarge)
    {
        if (isLarge)
            BinaryPrimitives.WriteInt32LittleEndian(place, index);
        else
            BinaryPrimitives.WriteUInt16LittleEndian(place, (ushort)index);
    }
}
