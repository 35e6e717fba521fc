using System.Text.Json.Serialization;
using IpytestNet.Kernel.Assemblies;

namespace IpytestNet.Tool.Watch;

/// <summary>What a runner tells of a notebook, a line of its account each.</summary>
/// <param name="Notebook">The full path of the notebook.</param>
[JsonDerivedType(typeof(DependsOn), "depends on")]
[JsonDerivedType(typeof(Ended), "ended")]
internal abstract record RunnerMessage(string Notebook)
{
    /// <summary>The notebook takes code or settings from a file.</summary>
    public sealed record DependsOn(string Notebook, Dependency Dependency) : RunnerMessage(Notebook);

    /// <summary>The notebook has ended.</summary>
    public sealed record Ended(string Notebook, NotebookResult Result) : RunnerMessage(Notebook);
}
