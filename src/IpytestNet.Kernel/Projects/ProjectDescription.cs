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
}
