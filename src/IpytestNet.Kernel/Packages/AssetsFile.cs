using System.Text.Json;

namespace IpytestNet.Kernel.Packages;

/// <summary>Reads <c>project.assets.json</c>, in which NuGet tells how a restore went.</summary>
internal static class AssetsFile
{
    /// <summary>Gives the version of each package by its name.</summary>
    public static Dictionary<string, string> Versions(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        // A target for the framework alone, and one for the machine.
        return document.RootElement.GetProperty("targets").EnumerateObject().Last().Value.EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() is "package")
            .Select(library => library.Name.Split('/'))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Gives the errors; none if there is no file.</summary>
    public static IReadOnlyList<RestoreError> Errors(string path)
    {
        if (!File.Exists(path))
            return [];
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.TryGetProperty("logs", out var logs)
            ? [.. logs.EnumerateArray().Where(log => Text(log, "level") is "Error").Select(log => new RestoreError(Text(log, "code")!, Text(log, "message")!, Text(log, "libraryId"))).Distinct()]
            : [];
    }

    private static string? Text(JsonElement log, string name) => log.TryGetProperty(name, out var value) ? value.GetString() : null;
}
