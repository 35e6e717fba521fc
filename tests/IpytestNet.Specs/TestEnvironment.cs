using System.Runtime.CompilerServices;

namespace IpytestNet.Specs;

/// <summary>What the specs see of the machine that they run on.</summary>
internal static class TestEnvironment
{
    // On GitHub every failing test within a spec would be annotated, and what is seen would be another text.
#pragma warning disable CA2255 // The specs are an application, and this must come before any of them.
    [ModuleInitializer]
    internal static void LeaveGitHub() => Environment.SetEnvironmentVariable("GITHUB_ACTIONS", null);
#pragma warning restore CA2255
}
