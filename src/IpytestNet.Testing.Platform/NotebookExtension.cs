using System.Reflection;
using Microsoft.Testing.Platform.Extensions;

namespace IpytestNet.Testing.Platform;

/// <summary>How this package is called where the platform lists what takes part.</summary>
internal class NotebookExtension : IExtension
{
    /// <inheritdoc/>
    public string Uid => GetType().FullName!;

    /// <inheritdoc/>
    public string Version => typeof(NotebookExtension).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <inheritdoc/>
    public string DisplayName => "ipytest for .NET";

    /// <inheritdoc/>
    public string Description => "Runs the tests of C# notebooks.";

    /// <inheritdoc/>
    public Task<bool> IsEnabledAsync() => Task.FromResult(true);
}
