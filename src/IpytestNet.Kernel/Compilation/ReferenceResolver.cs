using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Compilation;

/// <summary>Resolves what a cell refers to by asking the schemes.</summary>
internal sealed class ReferenceResolver(IReadOnlyList<IReferenceScheme> schemes) : MetadataReferenceResolver
{
    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        schemes.FirstOrDefault(scheme => scheme.Covers(reference))?.Resolve(reference, baseFilePath) ?? [];

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
