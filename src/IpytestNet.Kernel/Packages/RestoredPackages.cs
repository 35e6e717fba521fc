namespace IpytestNet.Kernel.Packages;

/// <summary>What a restore has found: the packages with all that they need, and their files.</summary>
/// <param name="Versions">The version of each package by its name.</param>
/// <param name="References">What the compiler refers to.</param>
/// <param name="Assemblies">What is loaded when code runs.</param>
/// <param name="Libraries">The native libraries for this machine.</param>
internal sealed record RestoredPackages(
    IReadOnlyDictionary<string, string> Versions,
    IReadOnlyList<PackageFile> References,
    IReadOnlyList<PackageFile> Assemblies,
    IReadOnlyList<PackageFile> Libraries)
{
    /// <summary>Whether all files still are where they were.</summary>
    public bool IsThere() => References.Concat(Assemblies).Concat(Libraries).All(file => File.Exists(file.Path));
}
