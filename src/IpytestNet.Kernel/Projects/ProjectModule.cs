using System.Reflection;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Projects;

/// <summary>A project as the notebook has it now.</summary>
/// <param name="Description">What MSBuild says of it.</param>
/// <param name="Content">What it was compiled from: the same content makes the same assembly.</param>
/// <param name="Generation">The number of times that it was compiled; 1 is the first.</param>
/// <param name="Reference">What cells and other projects refer to.</param>
/// <param name="Assembly">The assembly, loaded.</param>
internal sealed record ProjectModule(
    ProjectDescription Description, string Content, int Generation, PortableExecutableReference Reference, Assembly Assembly)
{
    /// <summary>What a person calls it: the name of its file, and that of its assembly.</summary>
    public IEnumerable<string> Names => new[] { Path.GetFileNameWithoutExtension(Description.Path), Description.AssemblyName }.Distinct(StringComparer.OrdinalIgnoreCase);
}
