using System.Diagnostics;
using Xunit;

[assembly: AssemblyFixture(typeof(IpytestNet.Jupyter.Tests.Clients.InstalledKernel))]

namespace IpytestNet.Jupyter.Tests.Clients;

/// <summary>The kernel, installed by its own command into a folder of its own.</summary>
public sealed class InstalledKernel : IDisposable
{
    public InstalledKernel()
    {
        Folder = Directory.CreateTempSubdirectory("ipytest-jupyter-").FullName;
        var (code, output) = Command("jupyter", "install", "--prefix", Folder);
        if (code != 0)
            throw new InvalidOperationException($"The kernel cannot be installed: {output}");
    }

    /// <summary>The folder that holds all that the specs write.</summary>
    public string Folder { get; }

    /// <summary>The environment in which Jupyter finds this kernel, and keeps its files apart.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["JUPYTER_PATH"] = Path.Combine(Folder, "share", "jupyter"),
        ["JUPYTER_RUNTIME_DIR"] = Path.Combine(Folder, "runtime"),
        ["JUPYTER_CONFIG_DIR"] = Path.Combine(Folder, "config"),
        ["JUPYTER_DATA_DIR"] = Path.Combine(Folder, "data"),
        ["IPYTHONDIR"] = Path.Combine(Folder, "ipython"),
        ["XDG_DATA_HOME"] = Path.Combine(Folder, "home"),
        // Else specs that look at values would see those of the machine.
        ["PYTHONWARNINGS"] = "ignore",
    };

    /// <summary>Runs the command <c>ipytest</c>.</summary>
    public (int Code, string Output) Command(params string[] arguments) => Program(ToolPath, arguments);

    /// <summary>Runs a program in this environment.</summary>
    public (int Code, string Output) Program(string path, IReadOnlyList<string> arguments, params (string Name, string Value)[] more)
    {
        var start = new ProcessStartInfo(path, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        foreach (var (name, value) in more)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }

    /// <summary>The program, as the build has made it.</summary>
    public static string ToolPath { get; } = Path.Combine(
        Repository.Root, "artifacts", "bin", "IpytestNet.Tool", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "ipytest");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
