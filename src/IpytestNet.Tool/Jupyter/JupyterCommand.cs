using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Jupyter;

/// <summary>The verb <c>ipytest jupyter</c>: makes the kernel known to Jupyter, or unknown.</summary>
/// <param name="console">The process around it.</param>
internal sealed class JupyterCommand(ToolConsole console)
{
    private readonly JupyterFolders _folders = new(console.Variable);

    /// <summary>Writes the kernel where Jupyter finds it.</summary>
    /// <param name="place">Where.</param>
    /// <param name="name">The name of its folder.</param>
    /// <param name="displayName">The name that people choose it by.</param>
    public ExitCode Install(KernelPlace place, string name, string displayName)
    {
        if (!IsKernelName(name))
            return Fail($"expected letters, digits, '.', '-' and '_' as --name, but got '{name}'");
        if (place.DataFolder(_folders) is not { } dataFolder)
            return Fail(NoEnvironment);
        var spec = new KernelSpec(KernelSpec.FolderOf(dataFolder, name), displayName);
        try
        {
            spec.Write(KernelLaunch.OfThisProcess());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail($"cannot write {spec.Folder}: {e.Message} Without --prefix and --sys-prefix the kernel is installed for you alone, which needs no rights");
        }

        console.Out.WriteLine($"Installed {displayName} in {spec.Folder}");
        console.Out.WriteLine(IsOnPath("jupyter")
            ? $"Start Jupyter with `jupyter lab` or `jupyter notebook`, and choose {displayName}."
            : $"Jupyter itself was not found on PATH. Install it, as in `pip install jupyterlab`; it will offer {displayName}. VS Code's Jupyter extension does so without it.");
        return ExitCode.Ok;
    }

    /// <summary>Takes the kernel away.</summary>
    public ExitCode Uninstall(KernelPlace place, string name)
    {
        if (place.DataFolder(_folders) is not { } dataFolder)
            return Fail(NoEnvironment);
        var folder = KernelSpec.FolderOf(dataFolder, name);
        if (!IsKernelName(name) || KernelSpec.Read(folder) is not { } spec)
            return Fail($"no kernel of ipytest in {folder}; `ipytest jupyter list` tells where there are some");
        try
        {
            Directory.Delete(spec.Folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail($"cannot remove {spec.Folder}: {e.Message}");
        }

        console.Out.WriteLine($"Removed {spec.DisplayName} from {spec.Folder}");
        return ExitCode.Ok;
    }

    /// <summary>Lists the kernels of ours that Jupyter finds.</summary>
    public ExitCode List()
    {
        var specs = _folders.All.Distinct(StringComparer.Ordinal).SelectMany(KernelSpec.In).ToList();
        foreach (var spec in specs)
            console.Out.WriteLine($"{Path.GetFileName(spec.Folder),-20} {spec.DisplayName,-20} {spec.Folder}");
        if (specs.Count == 0)
            console.Out.WriteLine("No kernel of ipytest is installed. To install it: ipytest jupyter install");
        return ExitCode.Ok;
    }

    private const string NoEnvironment =
        "--sys-prefix expects an active Python environment (VIRTUAL_ENV or CONDA_PREFIX), but there is none; activate it, or give its folder with --prefix";

    private ExitCode Fail(string message)
    {
        console.Error.WriteLine($"ipytest jupyter: error: {message}");
        return ExitCode.UsageError;
    }

    // Jupyter finds no others.
    private static bool IsKernelName(string name) =>
        name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_') && name is not ("." or "..");

    private bool IsOnPath(string program) => (console.Variable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
