using System.Reflection;
using IpytestNet.Kernel.Assemblies;

namespace IpytestNet.Kernel.Packages;

/// <summary>What a notebook shares with its cells, and so cannot have in the version of a package: this library, xUnit and the compiler.</summary>
internal static class SharedAssemblies
{
    /// <summary>Whether a file of a package is one of those.</summary>
    public static bool Includes(PackageFile file) => NotebookReferences.IsShared(NameOf(file));

    /// <summary>Gives what the notebook refers to in place of a file.</summary>
    public static IEnumerable<Microsoft.CodeAnalysis.PortableExecutableReference> InPlaceOf(PackageFile file) => NotebookReferences.Named(NameOf(file));

    /// <summary>Tells of those that packages have in a newer version, each in a line.</summary>
    public static IEnumerable<string> Older(IEnumerable<PackageFile> files) =>
        from file in files
        where file.Culture is null && Includes(file)
        let theirs = AssemblyName.GetAssemblyName(file.Path).Version
        let ours = Assembly.Load(NameOf(file)).GetName().Version
        where theirs > ours
        select $"The notebook goes on with {NameOf(file)} {ours}, which it shares with its cells; what needs the {theirs} of a package may fail.";

    private static string NameOf(PackageFile file) => Path.GetFileNameWithoutExtension(file.Path);
}
