using System.Security.Cryptography;
using IpytestNet.Kernel.Assemblies;

namespace IpytestNet.Kernel.Projects;

/// <summary>A project as the notebook has it now.</summary>
/// <param name="Description">What MSBuild says of it.</param>
/// <param name="Content">What it was compiled from: the same content makes the same assembly.</param>
/// <param name="Code">What it was compiled to, loaded.</param>
internal sealed record ProjectModule(ProjectDescription Description, string Content, AssemblyGeneration Code)
{
    /// <summary>The simple name of its assembly.</summary>
    public string AssemblyName => Code.Name;

    /// <summary>What a person calls it: the name of its file, and that of its assembly.</summary>
    public IEnumerable<string> Names => new[] { Path.GetFileNameWithoutExtension(Description.Path), AssemblyName }.Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>What was compiled, before it got its version: see <see cref="SumOf"/>.</summary>
    public string Made { get; init; } = "";

    /// <summary>The full names of its types.</summary>
    public IReadOnlySet<string> Types { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Sums up an assembly and the projects that it refers to: the same sum means that it need not be loaded again.</summary>
    public static string SumOf(byte[] image, IEnumerable<ProjectModule> projects) =>
        string.Join('\n', projects.Select(module => module.Code.ToString()).Prepend(Convert.ToHexString(SHA256.HashData(image))));
}
