using System.Reflection;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Assemblies;

/// <summary>An assembly of code outside of the notebook, as it was loaded at a time.</summary>
/// <param name="SeenAs">The name by which cells know it.</param>
/// <param name="Assembly">The assembly.</param>
/// <param name="Reference">What cells, and other such code, are compiled with.</param>
internal sealed record AssemblyGeneration(AssemblyName SeenAs, Assembly Assembly, PortableExecutableReference Reference)
{
    /// <summary>Its version, later than that of all before it.</summary>
    public Version Version => SeenAs.Version!;

    /// <summary>Whether it was built with a key of its own.</summary>
    public bool IsSigned { get; init; }
}
