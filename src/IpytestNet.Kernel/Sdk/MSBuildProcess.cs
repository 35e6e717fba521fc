using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using IpytestNet.Stopping;

namespace IpytestNet.Kernel.Sdk;

/// <summary>A process of MSBuild that is asked something.</summary>
internal static class MSBuildProcess
{
    // They lead an SDK to the files of the one that this process was started by.
    private static readonly string[] Foreign = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly", "MSBUILD_EXE_PATH"];

    /// <summary>Runs it to its end.</summary>
    /// <param name="folder">The folder that it runs in, which decides on the version of the SDK.</param>
    /// <param name="project">The project file.</param>
    /// <param name="arguments">What it is to do.</param>
    /// <param name="cancellation">Ends it at once, with all processes of its own.</param>
    /// <param name="heard">Takes each line of what it says, as it comes; not two at a time.</param>
    /// <returns>Whether it succeeded, and what it said; null if there is no command <c>dotnet</c>.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static (bool Succeeded, string Said)? Run(string folder, string project, IEnumerable<string> arguments, CancellationToken cancellation, Action<string>? heard = null)
    {
        using var process = new Process { StartInfo = StartIn(folder, project, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        // An interrupt ends the process; nothing else of it is to hit the waiting.
        using var shield = StopScope.Leave();
        var said = ReadAsync(process.StandardOutput, heard, cancellation);
        var saidOfErrors = ReadAsync(process.StandardError, heard: null, cancellation);
        try
        {
            process.WaitForExitAsync(cancellation).GetAwaiter().GetResult();
            return (process.ExitCode is 0, (said.GetAwaiter().GetResult() + saidOfErrors.GetAwaiter().GetResult()).Trim());
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader, Action<string>? heard, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            text.AppendLine(line);
            heard?.Invoke(line);
        }

        return text.ToString();
    }

    private static ProcessStartInfo StartIn(string folder, string project, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(DotnetHost.FindCommand(), ["msbuild", project, "-nologo", "-nodeReuse:false", "-verbosity:minimal", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var name in Foreign)
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // For those who look for the imports of a project in a detailed log.
        start.Environment["MSBUILDLOGIMPORTS"] = "1";
        return start;
    }
}
