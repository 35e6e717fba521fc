using IpytestNet.Kernel.Assemblies;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Packages;

/// <summary>What the packages of a notebook bring to its code.</summary>
/// <param name="loadContext">Where it is loaded.</param>
internal sealed class PackageAssemblies(CellLoadContext loadContext)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private volatile IReadOnlyList<(string Package, PortableExecutableReference Reference)> _references = [];

    /// <summary>What code refers to. Any thread may ask.</summary>
    public IEnumerable<PortableExecutableReference> References => _references.Select(entry => entry.Reference);

    /// <summary>Gives the first reference of a package; one that says nothing new if it has none of its own.</summary>
    public PortableExecutableReference MainOf(string package) =>
        _references.FirstOrDefault(entry => string.Equals(entry.Package, package, StringComparison.OrdinalIgnoreCase)).Reference
        ?? NotebookReferences.All.OfType<PortableExecutableReference>().First();

    /// <summary>Takes in what a restore has found, and tells of what is not taken; what is there already stays.</summary>
    public void Add(RestoredPackages restored)
    {
        var assemblies = restored.Assemblies.Where(file => _known.Add(file.Path)).ToList();
        foreach (var note in SharedAssemblies.Older(assemblies))
            Console.Error.WriteLine(note);
        foreach (var file in assemblies.Where(file => !SharedAssemblies.Includes(file)))
            loadContext.Packages.AddAssembly(file.Path, file.Culture);
        foreach (var file in restored.Libraries)
            loadContext.Packages.AddLibrary(file.Path);
        var before = _references.Select(entry => entry.Reference.FilePath).ToHashSet(StringComparer.Ordinal);
        _references = [.. _references, .. restored.References.Where(file => !before.Contains(file.Path)).SelectMany(ReferencesTo)];
    }

    private static IEnumerable<(string Package, PortableExecutableReference Reference)> ReferencesTo(PackageFile file) =>
        (SharedAssemblies.Includes(file) ? SharedAssemblies.InPlaceOf(file) : [MetadataReference.CreateFromFile(file.Path)])
        .Select(reference => (file.Package, reference));
}
