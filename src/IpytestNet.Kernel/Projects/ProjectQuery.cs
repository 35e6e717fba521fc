using System.Text.Json;
using IpytestNet.Kernel.Sdk;

namespace IpytestNet.Kernel.Projects;

/// <summary>Asks MSBuild how it would compile a project, without compiling it; or has it build the project, and asks what it made.</summary>
internal static class ProjectQuery
{
    private const string Items = "CscCommandLineArgs,ProjectReference,ReferencePath,ReferenceCopyLocalPaths";
    private const string Properties = "AssemblyName,TargetFramework,TargetFrameworks,TargetPath,Language,NetCoreRoot,NuGetPackageRoot";

    private static readonly string[] Files = ["Compile", "EmbeddedResource", "Content", "None", "AdditionalFiles"];

    private static readonly string[] Answer = [$"-getItem:{Items},{string.Join(',', Files)}", $"-getProperty:{Properties}"];

    private static readonly string[] Compilation =
    [
        "-restore", "-target:Compile",
        "-property:DesignTimeBuild=true", "-property:SkipCompilerExecution=true", "-property:ProvideCommandLineArgs=true",
        "-property:BuildProjectReferences=false", "-property:CopyLocalLockFileAssemblies=true",
        // As an output that is never there: a project that is built already would not call its compiler, and have no arguments for it.
        "-property:NonExistentFile=__NonExistentSubDir__/__NonExistentFile__",
        .. Answer,
    ];

    private static readonly string[] Build = ["-restore", "-target:Build", .. Answer];

    /// <summary>Asks.</summary>
    /// <param name="path">The full path of the project file.</param>
    /// <param name="cancellation">Ends the process at once, with all of its own.</param>
    /// <exception cref="ProjectException">MSBuild has no answer.</exception>
    public static ProjectDescription Run(string path, CancellationToken cancellation) =>
        Run(path, Compilation, heard: null, cancellation);

    /// <summary>Builds, as <c>dotnet build</c> does.</summary>
    /// <param name="path">The full path of the project file.</param>
    /// <param name="heard">Takes each line of what the build says.</param>
    /// <param name="cancellation">Ends the process at once, with all of its own.</param>
    /// <exception cref="ProjectException">The project does not build.</exception>
    public static ProjectDescription RunBuild(string path, Action<string> heard, CancellationToken cancellation) =>
        Run(path, Build, heard, cancellation);

    private static ProjectDescription Run(string path, string[] work, Action<string>? heard, CancellationToken cancellation)
    {
        // A project for several frameworks has no compilation of its own: each framework has one.
        var frameworks = Mentions(path, "TargetFrameworks") ? FrameworksOf(path, cancellation) : [];
        try
        {
            return Ask(path, [.. work, .. Choice(frameworks)], Read, heard, cancellation);
        }
        catch (ProjectException) when (frameworks is [] && FrameworksOf(path, cancellation) is { Length: > 0 } imported)
        {
            return Ask(path, [.. work, .. Choice(imported)], Read, heard, cancellation);
        }
    }

    private static bool Mentions(string path, string name) => File.ReadAllText(path).Contains(name, StringComparison.OrdinalIgnoreCase);

    private static string[] Choice(string[] frameworks) => frameworks is [] ? [] : [$"-property:TargetFramework={Framework.Best(frameworks)}"];

    private static string[] FrameworksOf(string path, CancellationToken cancellation) =>
        Ask(path, ["-getProperty:TargetFrameworks,Language"], (_, answer, _) => Property(answer, "TargetFrameworks"), heard: null, cancellation)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static T Ask<T>(string path, IEnumerable<string> arguments, Func<string, JsonElement, string, T> read, Action<string>? heard, CancellationToken cancellation)
    {
        var result = Path.Combine(Path.GetTempPath(), $"ipytest-{Guid.NewGuid():N}.json");
        var log = Path.ChangeExtension(result, ".log");
        try
        {
            string[] written = [$"-getResultOutputFile:{result}", $"-fileLoggerParameters:verbosity=detailed;encoding=UTF-8;logfile={log}"];
            if (MSBuildProcess.Run(Path.GetDirectoryName(path)!, path, [.. arguments, .. written], cancellation, heard) is not var (succeeded, said))
                throw new ProjectException("There is no command dotnet: install the .NET SDK, and see that dotnet is on the path.");
            if (!succeeded || !File.Exists(result) || new FileInfo(result).Length == 0)
                throw new ProjectException(said);
            using var document = JsonDocument.Parse(File.ReadAllBytes(result));
            return read(path, document.RootElement, log);
        }
        finally
        {
            File.Delete(result);
            File.Delete(log);
        }
    }

    private static ProjectDescription Read(string path, JsonElement answer, string log)
    {
        string[] arguments = [.. ItemsOf(answer, "CscCommandLineArgs").Select(item => item.GetProperty("Identity").GetString()!)];
        return new ProjectDescription(
            path,
            Property(answer, "AssemblyName"),
            Property(answer, "TargetFramework"),
            arguments,
            [.. ItemsOf(answer, "ProjectReference").Where(IsReferenced).Select(FullPath)],
            [.. ItemsOf(answer, "ReferenceCopyLocalPaths").Select(FullPath)])
        {
            Target = Property(answer, "TargetPath"),
            References = [.. ItemsOf(answer, "ReferencePath").Select(FullPath)],
            Files = [.. Files.SelectMany(name => ItemsOf(answer, name)).Select(FullPath).Distinct(StringComparer.Ordinal)],
            Imports = ProjectImports.In(log, [Property(answer, "NetCoreRoot"), Property(answer, "NuGetPackageRoot")]),
            BuildReason = Property(answer, "Language") is not ("C#" or "") ? "it is not in C#"
                : arguments is [] ? "it calls no C# compiler"
                : null,
        };
    }

    private static string Property(JsonElement answer, string name) =>
        answer.TryGetProperty("Properties", out var properties) && properties.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static JsonElement.ArrayEnumerator ItemsOf(JsonElement answer, string name) => answer.GetProperty("Items").GetProperty(name).EnumerateArray();

    private static string FullPath(JsonElement item) => item.GetProperty("FullPath").GetString()!;

    // A project that only has to be built before, as that of a source generator, is no reference.
    private static bool IsReferenced(JsonElement project) =>
        !project.TryGetProperty("ReferenceOutputAssembly", out var said) || !string.Equals(said.GetString(), "false", StringComparison.OrdinalIgnoreCase);
}
