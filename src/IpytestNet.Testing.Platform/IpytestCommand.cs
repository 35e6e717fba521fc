using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using IpytestNet.Testing.Platform.Notebooks;

namespace IpytestNet.Testing.Platform;

/// <summary>Calls <c>ipytest run</c>, in a process for each notebook.</summary>
/// <param name="path">The path of <c>ipytest.dll</c>.</param>
/// <param name="time">The clock.</param>
internal sealed class IpytestCommand(string path, TimeProvider time)
{
    /// <summary>Runs a notebook.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="nodes">The tests to run, as they stand behind the notebook's name in node ids; all of them if empty.</param>
    /// <param name="arguments">More arguments.</param>
    /// <param name="cancellationToken">Ends the process, and all that it has started.</param>
    public async Task<CommandEnd> RunAsync(ListedNotebook notebook, IReadOnlyList<string> nodes, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = time.GetUtcNow();
        var log = Path.Combine(Path.GetTempPath(), $"ipytest-{Guid.NewGuid():N}.jsonl");
        try
        {
            // A pattern or a folder may not be called by a name that begins with a dash; a full path never does.
            string[] targets = nodes is [] ? [notebook.Path] : [.. nodes.Select(node => $"{notebook.Path}::{node}")];
            string[] all = [.. notebook.Arguments, .. arguments, "--color=no", $"--report-log={log}", .. targets];
            var (exitCode, output) = await RunAsync(["run", .. all], Path.GetDirectoryName(notebook.Path)!, cancellationToken);
            return new CommandEnd(exitCode, output, File.Exists(log) ? await File.ReadAllTextAsync(log, cancellationToken) : "", start, time.GetUtcNow() - start);
        }
        finally
        {
            File.Delete(log);
        }
    }

    private async Task<(int ExitCode, string Output)> RunAsync(IReadOnlyList<string> arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Host(), ["exec", path, .. arguments])
        {
            // A folder that is gone is told by the notebook that is gone.
            WorkingDirectory = Directory.Exists(folder) ? folder : "",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output + await error);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new NotebookListException($"expected to start '{start.FileName}' to run ipytest, but it did not work: {e.Message}. Install the .NET 10 SDK, or set DOTNET_ROOT to its folder");
        }
    }

    // The application may be an executable of its own; the runtime that it found lies in the folder of the host.
    private static string Host()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        var host = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(host) ? host : "dotnet";
    }
}
