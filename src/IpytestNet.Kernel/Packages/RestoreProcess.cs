using IpytestNet.Kernel.Sdk;

namespace IpytestNet.Kernel.Packages;

/// <summary>A process of the SDK that restores a project and writes down what it has found.</summary>
internal static class RestoreProcess
{
    /// <summary>The code of the error that there is no SDK.</summary>
    public const string NoSdk = "IPY0013";

    private const string ProjectName = "notebook.csproj";
    private const string ResultName = "result.json";

    private static readonly string[] Arguments =
    [
        "-noAutoResponse", "-restore", "-target:ResolveAssemblyReferences", $"-getItem:{string.Join(',', ResultFile.Items)}", $"-getResultOutputFile:{ResultName}",
    ];

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
        if (MSBuildProcess.Run(folder, ProjectName, Arguments, cancellation) is not var (succeeded, said))
            return Because(NoSdk, "There is no command dotnet");
        return succeeded && ResultFile.Read(Path.Combine(folder, ResultName), AssetsIn(folder)) is { } packages
            ? new RestoreOutcome.Found(packages)
            : Failed(folder, said);
    }

    private static string AssetsIn(string folder) => Path.Combine(folder, "obj", "project.assets.json");

    private static RestoreOutcome.Failed Failed(string folder, string said)
    {
        if (AssetsFile.Errors(AssetsIn(folder)) is { Count: > 0 } errors)
            return new RestoreOutcome.Failed(errors);
        // It came not as far as to NuGet.
        return said.Contains(ProjectName, StringComparison.Ordinal)
            ? Because("NUGET", said.Replace(Path.Combine(folder, ProjectName) + " : ", "", StringComparison.Ordinal).Trim())
            : Because(NoSdk, said);
    }

    private static RestoreOutcome.Failed Because(string code, string message) => new([new RestoreError(code, message, Package: null)]);
}
