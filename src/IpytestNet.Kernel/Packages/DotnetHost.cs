using System.Runtime.InteropServices;

namespace IpytestNet.Kernel.Packages;

/// <summary>The command <c>dotnet</c> that belongs to this process.</summary>
internal static class DotnetHost
{
    /// <summary>Finds it: as the SDK says, as this process was started, beside the runtime, or on the path.</summary>
    public static string Find() => Candidates().FirstOrDefault(File.Exists) ?? "dotnet";

    private static IEnumerable<string> Candidates()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } said)
            yield return said;
        if (Environment.ProcessPath is { } program && Path.GetFileName(program) == name)
            yield return program;
        // The runtime lies in ROOT/shared/Microsoft.NETCore.App/VERSION.
        yield return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
    }
}
