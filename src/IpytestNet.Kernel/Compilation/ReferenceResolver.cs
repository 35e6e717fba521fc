using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Compilation;

/// <summary>Resolves <c>#r "path.dll"</c>, what a scheme finds, and the name of an assembly of the framework or of the compiler.</summary>
internal sealed class ReferenceResolver(FileResolver files, CellLoadContext loadContext, IReadOnlyList<IReferenceScheme> schemes) : MetadataReferenceResolver
{
    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (schemes.FirstOrDefault(scheme => scheme.Covers(reference)) is { } known)
            return known.Resolve(reference, baseFilePath);
        if (files.ResolveReference(reference, baseFilePath) is { } path)
        {
            loadContext.AddFile(path);
            // From memory, so that the file is never locked and may be built again.
            return [MetadataReference.CreateFromImage(File.ReadAllBytes(path), properties, filePath: path)];
        }

        return [.. NotebookReferences.Named(Path.GetFileNameWithoutExtension(reference + ".dll"))];
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
