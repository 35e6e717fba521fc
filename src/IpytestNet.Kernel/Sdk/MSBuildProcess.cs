using System.ComponentModel;
using System.Diagnostics;
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
    /// <returns>Whether it succeeded, and what it said; null if there is no command <c>dotnet</c>.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static (bool Succeeded, string Said)? Run(string folder, string project, IEnumerable<string> arguments, CancellationToken cancellation)
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
        var said = process.StandardOutput.ReadToEndAsync(cancellation);
        var saidOfErrors = process.StandardError.ReadToEndAsync(cancellation);
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
        return start;
    }
}
