using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IpytestNet.Kernel.Assemblies;
using IpytestNet.Kernel.Compilation;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Semantics;

/// <summary>Resolves <c>#r</c> in code that is only looked at: no file is loaded into the notebook, and each is read once a version.</summary>
internal sealed class UnloadedReferences(FileResolver files, IReadOnlyList<IReferenceScheme> schemes) : MetadataReferenceResolver
{
    private readonly ConcurrentDictionary<(string Path, DateTime Written), PortableExecutableReference> _known = new();

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (schemes.FirstOrDefault(scheme => scheme.Covers(reference)) is { } known)
            return known.Resolve(reference, baseFilePath);
        return files.ResolveReference(reference, baseFilePath) is { } path
            ? [_known.GetOrAdd((path, File.GetLastWriteTimeUtc(path)), key => Read(key.Path, properties))]
            : [.. NotebookReferences.Named(Path.GetFileNameWithoutExtension(reference + ".dll"))];
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private static PortableExecutableReference Read(string path, MetadataReferenceProperties properties) =>
        MetadataReference.CreateFromImage(File.ReadAllBytes(path), properties, filePath: path);
}
