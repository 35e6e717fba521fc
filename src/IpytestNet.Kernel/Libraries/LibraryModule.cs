using IpytestNet.Kernel.Assemblies;

namespace IpytestNet.Kernel.Libraries;

/// <summary>A library as the notebook has it now.</summary>
/// <param name="Path">The full path of its file.</param>
/// <param name="Content">What it was loaded from, with what it needs: the same content is the same library.</param>
/// <param name="Needs">The names of the libraries beside it that it refers to.</param>
/// <param name="Code">The library, loaded.</param>
internal sealed record LibraryModule(string Path, string Content, IReadOnlyList<string> Needs, AssemblyGeneration Code);
