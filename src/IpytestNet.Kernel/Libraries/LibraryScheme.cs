using System.Collections.Immutable;
using IpytestNet.Kernel.Assemblies;
using IpytestNet.Kernel.Compilation;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Libraries;

/// <summary>Libraries that cells refer to by their file, as in <c>#r "bin/Shop.dll"</c>, and assemblies of the framework by name.</summary>
/// <param name="modules">The libraries.</param>
/// <param name="folders">The folders that relative paths of a cell start from.</param>
/// <param name="others">The other schemes, which come first.</param>
internal sealed class LibraryScheme(LibraryModules modules, Func<IReadOnlyList<string>> folders, IReadOnlyList<IReferenceScheme> others) : IReferenceScheme
{
    private readonly FileResolver _files = new(folders) { Looked = modules.Dependencies.AddFiles };

    /// <inheritdoc/>
    public string Name => "";

    /// <inheritdoc/>
    public IEnumerable<PortableExecutableReference> References => modules.References;

    /// <inheritdoc/>
    public bool Covers(string reference) => !others.Any(scheme => scheme.Covers(reference));

    /// <inheritdoc/>
    public void Prepare(IReadOnlyList<CellReference> references)
    {
        foreach (var reference in references)
        {
            if (_files.ResolveReference(reference.Text, reference.Path) is { } path)
                modules.Bring(path);
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<PortableExecutableReference> Resolve(string reference, string? baseFilePath)
    {
        if (_files.ResolveReference(reference, baseFilePath) is not { } path)
            return [.. NotebookReferences.Named(Path.GetFileNameWithoutExtension(reference + ".dll"))];
        return [modules.Find(path) ?? MetadataReference.CreateFromImage(File.ReadAllBytes(path), filePath: path)];
    }
}
