namespace IpytestNet.Kernel.Assemblies;

/// <summary>What a notebook takes code or settings from on disk, so that it may behave otherwise when that changes.</summary>
/// <param name="Path">The full path of a file, which need not exist yet; with a pattern, of a folder.</param>
/// <param name="Pattern">Which files below the folder, those to come among them, such as <c>**/*.cs</c>; null for the file itself.</param>
internal sealed record Dependency(string Path, string? Pattern = null);
