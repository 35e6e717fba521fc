using System.Reflection;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Assemblies;

/// <summary>An assembly of code outside of the notebook, as it was loaded at a time.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Version">Its version, later than that of all before it.</param>
/// <param name="Assembly">The assembly.</param>
/// <param name="Reference">What cells, and other such code, are compiled with.</param>
internal sealed record AssemblyGeneration(string Name, Version Version, Assembly Assembly, PortableExecutableReference Reference)
{
    /// <summary>Whether it was built with a key of its own.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Its name and version.</summary>
    public override string ToString() => $"{Name} {Version}";
}
