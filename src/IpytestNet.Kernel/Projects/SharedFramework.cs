using System.Runtime.InteropServices;
using IpytestNet.Kernel.Sdk;

namespace IpytestNet.Kernel.Projects;

/// <summary>The frameworks beside that of this process that projects refer to, such as ASP.NET Core.</summary>
internal static class SharedFramework
{
    /// <summary>Gives the assembly that runs in place of one that the compiler is given; null for one that is no framework's.</summary>
    /// <param name="reference">The path of a library in <c>packs/NAME.Ref/VERSION/ref/TFM</c>.</param>
    public static string? Find(string reference)
    {
        if (Path.GetDirectoryName(reference)?.Split(Path.DirectorySeparatorChar) is not [.., var pack, _, "ref", _] || !pack.EndsWith(".Ref", StringComparison.OrdinalIgnoreCase))
            return null;
        var own = Path.GetFileName(Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory()));
        var versions = Path.Combine(DotnetHost.Root, "shared", pack[..^".Ref".Length]);
        return Directory.Exists(versions)
            ? Directory.EnumerateDirectories(versions)
                .OrderByDescending(folder => Path.GetFileName(folder) == own)
                .ThenByDescending(folder => Version.TryParse(Path.GetFileName(folder), out var version) && version.Major == Environment.Version.Major ? version : new Version())
                .Select(folder => Path.Combine(folder, Path.GetFileName(reference)))
                .FirstOrDefault(File.Exists)
            : null;
    }
}
