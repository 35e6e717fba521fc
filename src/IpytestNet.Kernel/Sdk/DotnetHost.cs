using System.Runtime.InteropServices;

namespace IpytestNet.Kernel.Sdk;

/// <summary>The installation of .NET that this process runs on.</summary>
internal static class DotnetHost
{
    /// <summary>Its folder: the runtime lies in <c>shared/Microsoft.NETCore.App/VERSION</c> below it.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>Finds the command <c>dotnet</c>: as the SDK says, as this process was started, beside the runtime, or on the path.</summary>
    public static string FindCommand() => Candidates().FirstOrDefault(File.Exists) ?? "dotnet";

    private static IEnumerable<string> Candidates()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } said)
            yield return said;
        if (Environment.ProcessPath is { } program && Path.GetFileName(program) == name)
            yield return program;
        yield return Path.Combine(Root, name);
    }
}
