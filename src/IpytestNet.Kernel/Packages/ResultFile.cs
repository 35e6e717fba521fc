using System.Text.Json;

namespace IpytestNet.Kernel.Packages;

/// <summary>Reads what MSBuild writes down of a restored project.</summary>
internal static class ResultFile
{
    private const string References = "ReferencePath";
    private const string Assemblies = "RuntimeCopyLocalItems";
    private const string Resources = "ResourceCopyLocalItems";
    private const string Libraries = "NativeCopyLocalItems";

    /// <summary>The items that it is to write.</summary>
    public static IReadOnlyList<string> Items { get; } = [References, Assemblies, Resources, Libraries];

    /// <summary>Reads the result, or gives null if there is none.</summary>
    /// <param name="path">The file of MSBuild.</param>
    /// <param name="assets">The assets file of NuGet.</param>
    public static RestoredPackages? Read(string path, string assets)
    {
        if (!File.Exists(path))
            return null;
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.TryGetProperty(nameof(Items), out var items)
            ? new RestoredPackages(
                AssetsFile.Versions(assets),
                FilesOf(items, References),
                [.. FilesOf(items, Assemblies), .. FilesOf(items, Resources)],
                FilesOf(items, Libraries))
            : null;
    }

    private static List<PackageFile> FilesOf(JsonElement items, string name) => [.. items.GetProperty(name).EnumerateArray()
        .Where(item => Text(item, "NuGetPackageId") is not null && Text(item, "FrameworkReferenceName") is null)
        .Select(item => new PackageFile(Text(item, "FullPath")!, Text(item, "NuGetPackageId")!, Text(item, "Culture")))];

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;
}
