namespace IpytestNet.Tool.Jupyter;

/// <summary>The folders in which Jupyter looks for kernels.</summary>
/// <param name="variable">Reads an environment variable.</param>
/// <remarks>They are those of "Common directories and file locations" in the Jupyter documentation.</remarks>
internal sealed class JupyterFolders(Func<string, string?> variable)
{
    /// <summary>The data folder of the user.</summary>
    public string User => Given("JUPYTER_DATA_DIR") ?? UserByPlatform;

    /// <summary>The data folders of the whole machine.</summary>
    public IReadOnlyList<string> System => OperatingSystem.IsWindows()
        ? [Path.Combine(Given("PROGRAMDATA") ?? @"C:\ProgramData", "jupyter")]
        : ["/usr/local/share/jupyter", "/usr/share/jupyter"];

    /// <summary>All data folders, those first that come first for Jupyter.</summary>
    public IReadOnlyList<string> All =>
    [
        .. (Given("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        User,
        .. EnvironmentPrefix is { } prefix ? [OfPrefix(prefix)] : Array.Empty<string>(),
        .. System,
    ];

    /// <summary>The prefix of the active Python environment; null if none is active.</summary>
    public string? EnvironmentPrefix => Given("VIRTUAL_ENV") ?? Given("CONDA_PREFIX");

    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private string UserByPlatform =>
        OperatingSystem.IsWindows() ? Path.Combine(Given("APPDATA") ?? Home, "jupyter")
        : OperatingSystem.IsMacOS() ? Path.Combine(Home, "Library", "Jupyter")
        : Path.Combine(Given("XDG_DATA_HOME") ?? Path.Combine(Given("HOME") ?? Home, ".local", "share"), "jupyter");

    /// <summary>The data folder below a prefix.</summary>
    public static string OfPrefix(string prefix) => Path.Combine(prefix, "share", "jupyter");

    private string? Given(string name) => variable(name) is { Length: > 0 } value ? value : null;
}
