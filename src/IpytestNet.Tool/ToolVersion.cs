using System.Reflection;

namespace IpytestNet.Tool;

/// <summary>The version of the command.</summary>
internal static class ToolVersion
{
    /// <summary>The version, without what names the build.</summary>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
