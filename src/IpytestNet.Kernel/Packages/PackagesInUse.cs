using NuGet.Versioning;

namespace IpytestNet.Kernel.Packages;

/// <summary>The packages that the cells of a notebook have referred to, with all that those need: their versions stay.</summary>
internal sealed class PackagesInUse
{
    private readonly Dictionary<string, (string Name, string Version)> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string Name, string Asked)> _approximated = [];

    /// <summary>Whether a package is in use, in any version.</summary>
    public bool Has(PackageReference package) => _packages.ContainsKey(package.Name);

    /// <summary>The names of the packages.</summary>
    public IEnumerable<string> Names => _packages.Values.Select(package => package.Name);

    /// <summary>The packages, each with its one version.</summary>
    public IEnumerable<KeyValuePair<string, PackageVersions>> Pinned => _packages.Values.Select(package =>
        KeyValuePair.Create(package.Name, PackageVersions.Only(package.Version)));

    /// <summary>Takes in what a restore has found.</summary>
    public void Add(RestoredPackages restored)
    {
        foreach (var (name, version) in restored.Versions)
            _packages.TryAdd(name, (name, version));
    }

    /// <summary>The name of a package in use as it spells itself, and its version.</summary>
    public string Shown(PackageReference package) => _packages[package.Name] is var (name, version) ? $"{name} {version}" : "";

    /// <summary>Tells what is wrong with a reference to a package in use; null if its version will do.</summary>
    public string? Problem(PackageReference package) => package.Versions.Includes(VersionOf(package))
        ? null
        : $"Expected {package.Shown}, but {Shown(package)} is in use from an earlier cell, and what is loaded stays; restart the notebook to use another version";

    /// <summary>Tells of a reference that gets a later version than it names; null if it gets what it names.</summary>
    /// <param name="package">A package in use.</param>
    /// <param name="isNew">Whether it was restored for the reference.</param>
    public string? Note(PackageReference package, bool isNew)
    {
        if (package.Versions.Named is not { } named || named == VersionOf(package))
            return null;
        var asked = (package.Name, package.Versions.Text);
        if (isNew)
            _approximated.Add(asked);
        return _approximated.Contains(asked)
            ? $"{package.Shown} was not found; the next version is used, {Shown(package)}."
            : $"{Shown(package)} is in use from an earlier cell and does for {package.Shown}; restart the notebook to use just that.";
    }

    private NuGetVersion VersionOf(PackageReference package) => NuGetVersion.Parse(_packages[package.Name].Version);
}
