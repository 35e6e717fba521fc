using System.Text.RegularExpressions;
using IpytestNet.Kernel.Compilation;

namespace IpytestNet.Kernel.Packages;

/// <summary>A package that a cell refers to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Versions">The versions that will do.</param>
/// <param name="Directive">Where the cell says so.</param>
internal sealed partial record PackageReference(string Name, PackageVersions Versions, CellReference Directive)
{
    private const string Form = "as in #r \"nuget: Name, 1.2.3\"";

    /// <summary>The package and the version as a person reads them.</summary>
    public string Shown => Versions.Text is "*" ? Name : $"{Name} {Versions.Text}";

    /// <summary>Reads what stands behind <c>nuget:</c>.</summary>
    /// <returns>The package, or what is wrong with the reference.</returns>
    public static (PackageReference? Package, string? Problem) Parse(CellReference directive)
    {
        var text = directive.Text[PackageScheme.Prefix.Length..].Trim();
        var end = text.IndexOfAny([',', '/']);
        var name = (end < 0 ? text : text[..end]).Trim();
        if (name.Length == 0)
            return (null, $"Expected the name of a package, {Form}, but there is none");
        if (!NameForm().IsMatch(name))
            return (null, $"Expected the name of a package, {Form}, but '{name}' is none: it has letters, digits, '.', '_' and '-'");
        var version = end < 0 ? null : text[(end + 1)..].Trim();
        var versions = version is null ? PackageVersions.Newest : PackageVersions.Parse(version);
        return versions is null
            ? (null, $"Expected a version such as 1.2.3, 1.* or [1.0,2.0) behind {name}, but came '{version}'")
            : (new PackageReference(name, versions, directive), null);
    }

    [GeneratedRegex(@"^\w+([_.-]\w+)*$")]
    private static partial Regex NameForm();
}
