using IpytestNet.Kernel.Assemblies;

namespace IpytestNet.Kernel.Compilation;

/// <summary>The library that the loaded files of a cell became.</summary>
/// <param name="Files">The text of each file by its path.</param>
/// <param name="Code">The library, loaded.</param>
internal sealed record FileLibrary(IReadOnlyDictionary<string, string> Files, AssemblyGeneration Code)
{
    /// <summary>Whether the library holds just these files, with these texts.</summary>
    public bool IsOf(IEnumerable<LoadedFile> files) => files.All(file => Files.TryGetValue(file.Path, out var text) && text == file.Text);
}
