using System.Reflection;

namespace IpytestNet.Reporting;

/// <summary>The report's line about what the tests run on.</summary>
internal static class PlatformLine
{
    /// <summary>The line for this process, as <c>platform linux -- .NET 10.0.1, ipytest-0.1.0, xunit-3.2.2</c>.</summary>
    public static string Current { get; } =
        $"platform {System} -- .NET {Environment.Version}, ipytest-{Version(typeof(PlatformLine))}, xunit-{Version(typeof(Xunit.Assert))}";

    /// <summary>The operating system, as <c>linux</c>.</summary>
    public static string System => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";

    private static string Version(Type type)
    {
        var version = type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        return version.Split('+')[0];
    }
}
