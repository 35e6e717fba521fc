namespace IpytestNet.Tool.Jupyter;

/// <summary>Where a kernel is installed.</summary>
internal abstract record KernelPlace
{
    private KernelPlace()
    {
    }

    /// <summary>The data folder of Jupyter's; null if there is no such place.</summary>
    public string? DataFolder(JupyterFolders folders) => this switch
    {
        User => folders.User,
        Prefix prefix => JupyterFolders.OfPrefix(Path.GetFullPath(prefix.Path)),
        _ => folders.EnvironmentPrefix is { } environment ? JupyterFolders.OfPrefix(environment) : null,
    };

    /// <summary>For the user alone.</summary>
    public sealed record User : KernelPlace;

    /// <summary>In the active Python environment.</summary>
    public sealed record PythonEnvironment : KernelPlace;

    /// <summary>Below a folder, such as <c>/usr/local</c>.</summary>
    public sealed record Prefix(string Path) : KernelPlace;
}
