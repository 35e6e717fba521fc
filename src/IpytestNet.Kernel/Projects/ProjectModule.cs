using System.Reflection;
using System.Security.Cryptography;
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
    /// <summary>What was compiled, before it got its version: see <see cref="SumOf"/>.</summary>
    public string Made { get; init; } = "";

    /// <summary>The full names of its types.</summary>
    public IReadOnlySet<string> Types { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Sums up an assembly and the projects that it refers to: the same sum means that it need not be loaded again.</summary>
    public static string SumOf(byte[] image, IEnumerable<ProjectModule> projects) =>
        string.Join('\n', projects.Select(module => module.Assembly.FullName).Prepend(Convert.ToHexString(SHA256.HashData(image))));
}
