namespace IpytestNet.Kernel.Packages;

/// <summary>A file of a restored package.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Package">The name of the package.</param>
/// <param name="Culture">The culture whose texts it holds, or null.</param>
internal sealed record PackageFile(string Path, string Package, string? Culture);
