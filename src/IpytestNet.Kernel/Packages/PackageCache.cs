using System.Text;
using System.Text.Json;
using IpytestNet.Files;

namespace IpytestNet.Kernel.Packages;

/// <summary>What restores have found, a file each, so that the next notebook with the same packages need not restore.</summary>
/// <param name="folder">Where the files are.</param>
internal sealed class PackageCache(string folder)
{
    // Where versions float, newer ones come in time.
    private static readonly TimeSpan Freshness = TimeSpan.FromDays(1);

    /// <summary>The folder of this user.</summary>
    public static string OfUser()
    {
        var given = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        var place = Path.IsPathRooted(given)
            ? given
            : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(place.Length > 0 ? place : Path.GetTempPath(), "ipytest", "packages");
    }

    /// <summary>Makes an empty folder to restore in.</summary>
    public string NewWorkFolder() => Directory.CreateDirectory(Path.Combine(folder, $"restore-{Path.GetRandomFileName()}")).FullName;

    /// <summary>Gives what a request has found before, or null if it has not, or if that is gone or too old.</summary>
    public RestoredPackages? Find(RestoreRequest request)
    {
        var file = new FileInfo(PathOf(request));
        if (!file.Exists || (request.Floats && TimeProvider.System.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc > Freshness))
            return null;
        try
        {
            return JsonSerializer.Deserialize<RestoredPackages>(File.ReadAllText(file.FullName)) is { } found && found.IsThere() ? found : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps what a request has found; other kernels may do so at the same time.</summary>
    public void Keep(RestoreRequest request, RestoredPackages found) =>
        AtomicFile.Write(PathOf(request), JsonSerializer.Serialize(found), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private string PathOf(RestoreRequest request) => Path.Combine(folder, request.Key() + ".json");
}
