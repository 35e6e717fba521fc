namespace IpytestNet.Kernel.Projects;

/// <summary>MSBuild cannot tell how a project is compiled.</summary>
/// <param name="said">What it said.</param>
internal sealed class ProjectException(string said) : Exception(said);
