using System.Collections.Concurrent;

namespace IpytestNet.Kernel.Projects;

/// <summary>What MSBuild has said of projects, each with the stamp of what its answer depends on.</summary>
internal static class ProjectDescriptions
{
    /// <summary>What it has said in this process, whichever notebook asked: asking takes seconds.</summary>
    public static ConcurrentDictionary<string, (string Stamp, ProjectDescription Description)> OfProcess { get; } = new(StringComparer.Ordinal);
}
