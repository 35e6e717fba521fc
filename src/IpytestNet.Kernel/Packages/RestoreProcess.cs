using System.ComponentModel;
using System.Diagnostics;
using IpytestNet.Stopping;

namespace IpytestNet.Kernel.Packages;

/// <summary>A process of the SDK that restores a project and writes down what it has found.</summary>
internal static class RestoreProcess
{
    /// <summary>The code of the error that there is no SDK.</summary>
    public const string NoSdk = "IPY0013";

    private const string ProjectName = "notebook.csproj";
    private const string ResultName = "result.json";

    // They lead an SDK to the files of the one that this process was started by.
    private static readonly string[] Foreign = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly", "MSBUILD_EXE_PATH"];

    /// <summary>Restores in an empty folder.</summary>
    /// <param name="request">What to restore.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellation">Ends the process at once, with all of its own.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static RestoreOutcome Run(RestoreRequest request, string folder, CancellationToken cancellation)
    {
        request.ToProject().Save(Path.Combine(folder, ProjectName));
        // The SDK looks no further up for which version of it to use.
        File.WriteAllText(Path.Combine(folder, "global.json"), "{}");
        using var process = new Process { StartInfo = StartIn(folder) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return Because(NoSdk, "There is no command dotnet");
        }

        // An interrupt ends the process; nothing else of it is to hit the waiting.
        using var shield = StopScope.Leave();
        var said = process.StandardOutput.ReadToEndAsync(cancellation);
        var saidOfErrors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            process.WaitForExitAsync(cancellation).GetAwaiter().GetResult();
            return ResultFile.Read(Path.Combine(folder, ResultName), AssetsIn(folder)) is { } packages && process.ExitCode == 0
                ? new RestoreOutcome.Found(packages)
                : Failed(folder, said.GetAwaiter().GetResult() + saidOfErrors.GetAwaiter().GetResult());
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo StartIn(string folder)
    {
        var start = new ProcessStartInfo(DotnetHost.Find())
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        string[] arguments =
        [
            "msbuild", ProjectName, "-nologo", "-nodeReuse:false", "-noAutoResponse", "-verbosity:minimal", "-restore",
            "-target:ResolveAssemblyReferences",
            $"-getItem:{string.Join(',', ResultFile.Items)}",
            $"-getResultOutputFile:{ResultName}",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var name in Foreign)
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }

    private static string AssetsIn(string folder) => Path.Combine(folder, "obj", "project.assets.json");

    private static RestoreOutcome.Failed Failed(string folder, string said)
    {
        if (AssetsFile.Errors(AssetsIn(folder)) is { Count: > 0 } errors)
            return new RestoreOutcome.Failed(errors);
        // It came not as far as to NuGet.
        return said.Contains(ProjectName, StringComparison.Ordinal)
            ? Because("NUGET", said.Replace(Path.Combine(folder, ProjectName) + " : ", "", StringComparison.Ordinal).Trim())
            : Because(NoSdk, said.Trim());
    }

    private static RestoreOutcome.Failed Because(string code, string message) => new([new RestoreError(code, message, Package: null)]);
}
