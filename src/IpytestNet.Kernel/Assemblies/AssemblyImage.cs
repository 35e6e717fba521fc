using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Assemblies;

/// <summary>
/// An assembly as it was built. Built again, it mostly has the version that it had; of assemblies of one name cells see that of the
/// latest version, and the runtime tells them apart by it, so each that is loaded gets a version of its own.
/// </summary>
/// <remarks>The fields have a fixed width (ECMA-335, II.22.2 and II.22.5), so that nothing else moves.</remarks>
internal sealed class AssemblyImage
{
    private const int VersionOfAssembly = 4;
    private const int FlagsOfAssembly = 12;
    private const int FlagsOfReference = 8;
    private const int SizeOfFlags = 4;
    private const int LargestSmallHeap = ushort.MaxValue;
    private const uint HasPublicKey = 1;

    // The standard public key (ECMA-335, II.6.2.1.3), with its length before it as in the heap of blobs.
    private static readonly byte[] StandardKey = [16, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0];

    private readonly int _metadata;
    private readonly int _metadataSize;
    private readonly int _assembly;
    private readonly IReadOnlyList<(string Name, int Row)> _references;
    private readonly int _sizeOfBlobIndex;

    private AssemblyImage(byte[] bytes, PEHeaders headers, MetadataReader metadata)
    {
        Bytes = bytes;
        Name = metadata.GetAssemblyDefinition().GetAssemblyName();
        Types = TypesIn(metadata);
        _metadata = headers.MetadataStartOffset;
        _metadataSize = headers.MetadataSize;
        _sizeOfBlobIndex = metadata.GetHeapSize(HeapIndex.Blob) > LargestSmallHeap ? sizeof(uint) : sizeof(ushort);
        _assembly = metadata.GetTableMetadataOffset(TableIndex.Assembly);
        var references = metadata.GetTableMetadataOffset(TableIndex.AssemblyRef);
        var size = metadata.GetTableRowSize(TableIndex.AssemblyRef);
        _references = [.. metadata.AssemblyReferences.Select(handle =>
            (metadata.GetString(metadata.GetAssemblyReference(handle).Name), references + ((MetadataTokens.GetRowNumber(handle) - 1) * size)))];
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] Bytes { get; }

    /// <summary>The name of the assembly, with its version and key.</summary>
    public AssemblyName Name { get; }

    /// <summary>The full names of the types that code can name, but for those within others.</summary>
    public IReadOnlySet<string> Types { get; }

    /// <summary>The simple names of the assemblies that it refers to.</summary>
    public IEnumerable<string> References => _references.Select(reference => reference.Name).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads an assembly; null if the bytes are none.</summary>
    public static AssemblyImage? Read(byte[] bytes)
    {
        try
        {
            using var file = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(bytes));
            return file.HasMetadata && file.GetMetadataReader() is { IsAssembly: true } metadata ? new AssemblyImage(bytes, file.PEHeaders, metadata) : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    /// <summary>What is loaded for a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="needs">The assemblies that it is to refer to, in place of others of their names.</param>
    public byte[] WithVersion(Version version, IReadOnlyCollection<AssemblyGeneration> needs)
    {
        if (version == Name.Version && needs.Count is 0)
            return Bytes;
        var changed = Bytes.ToArray();
        Write(changed.AsSpan(_metadata + _assembly + VersionOfAssembly), version);
        foreach (var (need, row) in Own(needs))
            Write(changed.AsSpan(_metadata + row), need.Version);
        return changed;
    }

    /// <summary>
    /// What the compiler refers to for a version. It goes by the version only where names are strong, so one that has no key gets one;
    /// nobody asks for the signature.
    /// </summary>
    /// <param name="version">The version.</param>
    /// <param name="needs">The assemblies that it is to refer to, in place of others of their names.</param>
    /// <param name="documentation">Its documentation, or null.</param>
    public PortableExecutableReference ReferenceTo(Version version, IReadOnlyCollection<AssemblyGeneration> needs, DocumentationProvider? documentation)
    {
        var (metadata, key) = WithKey();
        Write(metadata.AsSpan(_assembly + VersionOfAssembly), version);
        if (!IsSigned)
            WriteKey(metadata.AsSpan(_assembly + FlagsOfAssembly));
        foreach (var (need, row) in Own(needs))
        {
            Write(metadata.AsSpan(row), need.Version);
            if (!need.IsSigned)
                WriteKey(metadata.AsSpan(row + FlagsOfReference));
        }

        return AssemblyMetadata.Create(ModuleOf(metadata)).GetReference(documentation);

        void WriteKey(Span<byte> flags)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(flags, BinaryPrimitives.ReadUInt32LittleEndian(flags) | HasPublicKey);
            var index = flags[SizeOfFlags..];
            if (_sizeOfBlobIndex is sizeof(uint))
                BinaryPrimitives.WriteUInt32LittleEndian(index, (uint)key);
            else
                BinaryPrimitives.WriteUInt16LittleEndian(index, (ushort)key);
        }
    }

    /// <summary>Whether it has a key of its own.</summary>
    public bool IsSigned => Name.GetPublicKeyToken() is { Length: > 0 };

    private static HashSet<string> TypesIn(MetadataReader metadata) => metadata.TypeDefinitions
        .Select(metadata.GetTypeDefinition)
        .Where(type => !type.IsNested)
        .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
        .Where(name => !name.Contains('<', StringComparison.Ordinal))
        .ToHashSet(StringComparer.Ordinal);

    private IEnumerable<(AssemblyGeneration Need, int Row)> Own(IReadOnlyCollection<AssemblyGeneration> needs) =>
        from reference in _references
        from need in needs
        where string.Equals(need.Name, reference.Name, StringComparison.OrdinalIgnoreCase)
        select (need, reference.Row);

    // The heap of blobs is copied behind all else, with the key at its end, and its header told where it is now (II.24.2.2).
    private (byte[] Metadata, int Key) WithKey()
    {
        var written = Bytes.AsSpan(_metadata, _metadataSize);
        var header = BlobHeaderIn(written);
        var heap = written.Slice(BinaryPrimitives.ReadInt32LittleEndian(written[header..]), BinaryPrimitives.ReadInt32LittleEndian(written[(header + sizeof(int))..]));
        var start = Aligned(written.Length);
        var size = Aligned(heap.Length + StandardKey.Length);
        var metadata = GC.AllocateArray<byte>(start + size, pinned: true);
        written.CopyTo(metadata);
        heap.CopyTo(metadata.AsSpan(start));
        StandardKey.CopyTo(metadata.AsSpan(start + heap.Length));
        BinaryPrimitives.WriteInt32LittleEndian(metadata.AsSpan(header), start);
        BinaryPrimitives.WriteInt32LittleEndian(metadata.AsSpan(header + sizeof(int)), size);
        return (metadata, heap.Length);
    }

    private static int BlobHeaderIn(ReadOnlySpan<byte> metadata)
    {
        const int lengthOfVersion = 12, version = 16, flags = 2;
        var at = version + BinaryPrimitives.ReadInt32LittleEndian(metadata[lengthOfVersion..]) + flags;
        var streams = BinaryPrimitives.ReadUInt16LittleEndian(metadata[at..]);
        at += sizeof(ushort);
        for (var i = 0; i < streams; i++)
        {
            var name = metadata[(at + (2 * sizeof(int)))..];
            name = name[..name.IndexOf((byte)0)];
            if (Encoding.ASCII.GetString(name) is "#Blob")
                return at;
            at += (2 * sizeof(int)) + Aligned(name.Length + 1);
        }

        throw new InvalidDataException("The metadata has no heap of blobs.");
    }

    private static int Aligned(int length) => (length + 3) & ~3;

    private static unsafe ModuleMetadata ModuleOf(byte[] pinned) =>
        ModuleMetadata.CreateFromMetadata((IntPtr)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned)), pinned.Length, () => GC.KeepAlive(pinned));

    private static void Write(Span<byte> place, Version version)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(place, (ushort)version.Major);
        BinaryPrimitives.WriteUInt16LittleEndian(place[2..], (ushort)version.Minor);
        BinaryPrimitives.WriteUInt16LittleEndian(place[4..], (ushort)version.Build);
        BinaryPrimitives.WriteUInt16LittleEndian(place[6..], (ushort)version.Revision);
    }
}
