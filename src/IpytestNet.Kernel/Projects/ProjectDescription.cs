namespace IpytestNet.Kernel.Projects;

/// <summary>What MSBuild says of a project.</summary>
/// <param name="Path">The full path of the project file.</param>
/// <param name="AssemblyName">The name of its assembly.</param>
/// <param name="TargetFramework">The framework that it is compiled for.</param>
/// <param name="Arguments">The arguments with which it would call the C# compiler; none for another language.</param>
/// <param name="Projects">The full paths of the projects that it refers to.</param>
/// <param name="Libraries">The full paths of the libraries that it would copy beside its own, those of projects among them.</param>
internal sealed record ProjectDescription(
    string Path, string AssemblyName, string TargetFramework, IReadOnlyList<string> Arguments, IReadOnlyList<string> Projects, IReadOnlyList<string> Libraries)
{
    /// <summary>The folder of the project.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The full path of the assembly that a build makes.</summary>
    public string Target { get; init; } = "";

    /// <summary>The full paths of the libraries that the compiler is given, those of projects among them.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The full paths of the files that it names: sources, and what lies beside them.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The full paths of the project files that it takes in, but for those of the SDK and of packages.</summary>
    public IReadOnlyList<string> Imports { get; init; } = [];

    /// <summary>Why it is built by the SDK, as the end of a sentence; null if it is compiled in the process of the notebook.</summary>
    public string? BuildReason { get; init; }
}
