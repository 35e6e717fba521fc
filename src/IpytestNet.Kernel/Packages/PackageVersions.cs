using NuGet.Versioning;

namespace IpytestNet.Kernel.Packages;

/// <summary>The versions of a package that a reference allows.</summary>
/// <param name="Text">As NuGet reads it: <c>1.2.3</c> for that or, where it is not there, the next; <c>1.*</c>; <c>[1.0,2.0)</c>.</param>
internal sealed record PackageVersions(string Text)
{
    private readonly VersionRange _range = VersionRange.Parse(Text);

    /// <summary>The newest stable version.</summary>
    public static PackageVersions Newest { get; } = new("*");

    /// <summary>Whether a newer version may come to be the one that is taken.</summary>
    public bool Floats => _range.IsFloating;

    /// <summary>The version of a range that names just one as the one to take, or null.</summary>
    public NuGetVersion? Named => NuGetVersion.TryParse(Text, out var version) ? version : null;

    /// <summary>Reads a range, or gives null for a text that is none.</summary>
    public static PackageVersions? Parse(string text) => VersionRange.TryParse(text, allowFloating: true, out _) ? new PackageVersions(text) : null;

    /// <summary>Allows one version alone.</summary>
    public static PackageVersions Only(string version) => new($"[{version}]");

    /// <summary>Whether a version is one of those.</summary>
    public bool Includes(NuGetVersion version) => _range.Satisfies(version) && _range.Float?.Satisfies(version) is not false;

    /// <inheritdoc/>
    public bool Equals(PackageVersions? other) => other?.Text == Text;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
