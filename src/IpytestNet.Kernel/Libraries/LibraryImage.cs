using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace IpytestNet.Kernel.Libraries;

/// <summary>
/// The file of a library. Built anew it mostly has the version that it had, so that compiler and runtime would take the one for the
/// other: each that is loaded is given a version of its own, in the tables that ECMA-335 calls Assembly and AssemblyRef (II.22.2, II.22.5).
/// </summary>
internal sealed class LibraryImage
{
    // Before the version of an Assembly stands its hash algorithm. A version is four numbers of two bytes; flags and the key follow.
    private const int AssemblyVersionOffset = 4;
    private const int VersionSize = 8;
    private const int FlagsSize = 4;
    private const uint PublicKeyFlag = 1;

    private readonly int _assembly;
    private readonly IReadOnlyList<(string Name, int Offset)> _references;
    private readonly int _blobSize;

    private LibraryImage(byte[] bytes, PEHeaders headers, MetadataReader metadata)
    {
        Bytes = bytes;
        var definition = metadata.GetAssemblyDefinition();
        Name = metadata.GetString(definition.Name);
        Version = definition.Version;
        _blobSize = metadata.GetHeapSize(HeapIndex.Blob) > ushort.MaxValue ? sizeof(uint) : sizeof(ushort);
        _assembly = headers.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.Assembly) + AssemblyVersionOffset;
        var references = headers.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef);
        var size = metadata.GetTableRowSize(TableIndex.AssemblyRef);
        _references = [.. metadata.AssemblyReferences.Select(handle =>
            (metadata.GetString(metadata.GetAssemblyReference(handle).Name), references + ((MetadataTokens.GetRowNumber(handle) - 1) * size)))];
    }

    /// <summary>The file.</summary>
    public byte[] Bytes { get; }

    /// <summary>The simple name of the assembly.</summary>
    public string Name { get; }

    /// <summary>Its version as it was built.</summary>
    public Version Version { get; }

    /// <summary>The simple names of the assemblies that it refers to.</summary>
    public IEnumerable<string> References => _references.Select(reference => reference.Name).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a file; null if it is no library.</summary>
    public static LibraryImage? Read(byte[] bytes)
    {
        try
        {
            using var file = new PEReader(new MemoryStream(bytes));
            return file.HasMetadata && file.GetMetadataReader() is { IsAssembly: true } metadata ? new LibraryImage(bytes, file.PEHeaders, metadata) : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    /// <summary>The library with a version, and later ones of libraries that it refers to.</summary>
    public byte[] ForRuntime(Version version, IReadOnlyDictionary<string, Version> references) => Changed(version, references, Write);

    /// <summary>The same without keys: to the compiler, libraries that differ in the version alone are one, unless they are signed.</summary>
    public byte[] ForCompiler(Version version, IReadOnlyDictionary<string, Version> references) => Changed(version, references, WriteUnsigned);

    private byte[] Changed(Version version, IReadOnlyDictionary<string, Version> references, Action<byte[], int, Version> write)
    {
        var image = (byte[])Bytes.Clone();
        write(image, _assembly, version);
        foreach (var (name, offset) in _references)
        {
            if (references.TryGetValue(name, out var later))
                write(image, offset, later);
        }

        return image;
    }

    private static void Write(byte[] image, int offset, Version version)
    {
        int[] numbers = [version.Major, version.Minor, version.Build, version.Revision];
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(offset + (i * sizeof(ushort))), (ushort)numbers[i]);
    }

    private void WriteUnsigned(byte[] image, int offset, Version version)
    {
        Write(image, offset, version);
        var flags = image.AsSpan(offset + VersionSize);
        BinaryPrimitives.WriteUInt32LittleEndian(flags, BinaryPrimitives.ReadUInt32LittleEndian(flags) & ~PublicKeyFlag);
        flags.Slice(FlagsSize, _blobSize).Clear();
    }
}
