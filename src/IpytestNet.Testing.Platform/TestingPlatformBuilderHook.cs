using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Capabilities.TestFramework;
using Microsoft.Testing.Platform.Helpers;
using Microsoft.Testing.Platform.Services;

namespace IpytestNet.Testing.Platform;

/// <summary>What the entry point of a test project calls, which the build generates.</summary>
public static class TestingPlatformBuilderHook
{
    /// <summary>Makes notebooks the tests of an application.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="arguments">Its arguments.</param>
    public static void AddExtensions(ITestApplicationBuilder builder, string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var extension = new NotebookExtension();
        var trx = new TrxSupport();
        builder.CommandLine.AddProvider(() => new NotebookOptions());
        builder.AddTreeNodeFilterService(extension);
        builder.RegisterTestFramework(
            _ => new TestFrameworkCapabilities(trx),
            (_, services) => new NotebookTestFramework(NotebookOptions.Read(services.GetCommandLineOptions()), trx, services.GetOutputDevice()));
    }
}
