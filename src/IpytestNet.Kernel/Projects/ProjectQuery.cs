using System.Text.Json;
using IpytestNet.Kernel.Sdk;

namespace IpytestNet.Kernel.Projects;

/// <summary>Asks MSBuild how it would compile a project, without compiling it.</summary>
internal static class ProjectQuery
{
    private const string Items = "CscCommandLineArgs,ProjectReference,ReferenceCopyLocalPaths";
    private const string Properties = "AssemblyName,TargetFramework,TargetFrameworks,Language";

    private static readonly string[] Compilation =
    [
        "-restore", "-target:Compile",
        "-property:DesignTimeBuild=true", "-property:SkipCompilerExecution=true", "-property:ProvideCommandLineArgs=true",
        "-property:BuildProjectReferences=false", "-property:CopyLocalLockFileAssemblies=true",
        $"-getItem:{Items}", $"-getProperty:{Properties}",
    ];

    /// <summary>Asks.</summary>
    /// <param name="path">The full path of the project file.</param>
    /// <param name="cancellation">Ends the process at once, with all of its own.</param>
    /// <exception cref="ProjectException">MSBuild has no answer.</exception>
    public static ProjectDescription Run(string path, CancellationToken cancellation)
    {
        // A project for several frameworks has no compilation of its own: each framework has one.
        var frameworks = Mentions(path, "TargetFrameworks") ? FrameworksOf(path, cancellation) : [];
        try
        {
            return Read(path, Ask(path, [.. Compilation, .. Choice(frameworks)], cancellation));
        }
        catch (ProjectException) when (frameworks is [] && FrameworksOf(path, cancellation) is { Length: > 0 } imported)
        {
            return Read(path, Ask(path, [.. Compilation, .. Choice(imported)], cancellation));
        }
    }

    private static bool Mentions(string path, string name) => File.ReadAllText(path).Contains(name, StringComparison.OrdinalIgnoreCase);

    private static string[] Choice(string[] frameworks) => frameworks is [] ? [] : [$"-property:TargetFramework={Framework.Best(frameworks)}"];

    private static string[] FrameworksOf(string path, CancellationToken cancellation) =>
        Property(Ask(path, ["-getProperty:TargetFrameworks,Language"], cancellation), "TargetFrameworks")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static JsonElement Ask(string path, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var result = Path.Combine(Path.GetTempPath(), $"ipytest-{Guid.NewGuid():N}.json");
        try
        {
            if (MSBuildProcess.Run(Path.GetDirectoryName(path)!, path, [.. arguments, $"-getResultOutputFile:{result}"], cancellation) is not var (succeeded, said))
                throw new ProjectException("There is no command dotnet: install the .NET SDK, and see that dotnet is on the path.");
            if (!succeeded || !File.Exists(result) || new FileInfo(result).Length == 0)
                throw new ProjectException(said);
            using var document = JsonDocument.Parse(File.ReadAllBytes(result));
            return document.RootElement.Clone();
        }
        finally
        {
            File.Delete(result);
        }
    }

    private static ProjectDescription Read(string path, JsonElement answer) => new(
        path,
        Property(answer, "AssemblyName"),
        Property(answer, "TargetFramework"),
        [.. ItemsOf(answer, "CscCommandLineArgs").Select(item => item.GetProperty("Identity").GetString()!)],
        [.. ItemsOf(answer, "ProjectReference").Where(IsReferenced).Select(item => item.GetProperty("FullPath").GetString()!)],
        [.. ItemsOf(answer, "ReferenceCopyLocalPaths").Select(item => item.GetProperty("FullPath").GetString()!)]);

    private static string Property(JsonElement answer, string name) =>
        answer.TryGetProperty("Properties", out var properties) && properties.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static JsonElement.ArrayEnumerator ItemsOf(JsonElement answer, string name) => answer.GetProperty("Items").GetProperty(name).EnumerateArray();

    // A project that only has to be built before, as that of a source generator, is no reference.
    private static bool IsReferenced(JsonElement project) =>
        !project.TryGetProperty("ReferenceOutputAssembly", out var said) || !string.Equals(said.GetString(), "false", StringComparison.OrdinalIgnoreCase);
}
