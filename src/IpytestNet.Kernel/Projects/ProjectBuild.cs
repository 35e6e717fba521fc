using IpytestNet.Hosting;

namespace IpytestNet.Kernel.Projects;

/// <summary>What the compiler, or a build of the SDK, made of a project.</summary>
/// <param name="Image">The assembly.</param>
/// <param name="Symbols">Its symbols, which name the lines of the sources; empty if there are none.</param>
/// <param name="Documentation">Its XML documentation; empty if there is none.</param>
/// <param name="Problems">The errors; then there is no assembly.</param>
internal sealed record ProjectBuild(byte[] Image, byte[] Symbols, byte[] Documentation, IReadOnlyList<CompilationProblem> Problems)
{
    /// <summary>Whether its sources have probes for coverage.</summary>
    public bool IsMeasured { get; init; }
}
