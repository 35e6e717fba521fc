namespace IpytestNet.Kernel.Packages;

/// <summary>The settings of NuGet that apply to a folder.</summary>
internal static class NuGetSettings
{
    private static readonly string[] Names = ["nuget.config", "NuGet.config", "NuGet.Config"];

    /// <summary>Gives the files of the folder and those above it, then those of the user.</summary>
    public static IEnumerable<string> FilesFor(string folder) => FoldersFrom(folder)
        .SelectMany(place => Names.Select(name => Path.Combine(place, name)))
        .Concat(OfUser())
        .Where(File.Exists);

    private static IEnumerable<string> FoldersFrom(string folder)
    {
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
            yield return place.FullName;
    }

    private static IEnumerable<string> OfUser()
    {
        var folder = OperatingSystem.IsWindows()
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "NuGet")
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "NuGet");
        var more = Path.Combine(folder, "config");
        return Directory.Exists(more)
            ? Directory.EnumerateFiles(more, "*.config").Order(StringComparer.Ordinal).Prepend(Path.Combine(folder, "NuGet.Config"))
            : [Path.Combine(folder, "NuGet.Config")];
    }
}
