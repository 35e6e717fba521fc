using System.Diagnostics;
using IpytestNet.Kernel.Sdk;
using IpytestNet.Specs.Documents;

namespace IpytestNet.Specs.Testing.Platform;

/// <summary>The sample of notebooks under <c>dotnet test</c>, built in a folder of its own with the package as it is now.</summary>
public sealed class TestProject : IDisposable
{
    private const string Name = "Shop.Notebooks";

    private readonly TemporaryFolder _folder = new();
    private readonly string _project;

    /// <summary>Packs, restores and builds.</summary>
    public TestProject()
    {
        // A version that nobody has, so that no folder of packages holds an older build of it.
        var version = $"0.1.0-specs.{Environment.ProcessId}";
        Dotnet(Repository.Root, "pack", "src/IpytestNet.Testing.Platform", "--configuration", Configuration, "--no-build", "--output", _folder.PathOf("feed"), $"-p:Version={version}", "--nologo", "-v", "quiet").Succeeded();

        _project = _folder.PathOf($"sample/{Name}");
        foreach (var file in Sample())
            _folder.Write($"sample/{file}", File.ReadAllText(Path.Combine(SampleFolder, file)).Replace("Version=\"0.1.0\"", $"Version=\"{version}\"", StringComparison.Ordinal));
        Dotnet(_project, "build", "--nologo", "-v", "quiet").Succeeded();
    }

    private static string SampleFolder => Path.Combine(Repository.Root, "examples/DotnetTest");

    private static string Configuration => AppContext.BaseDirectory.Contains("release", StringComparison.Ordinal) ? "Release" : "Debug";

    private string Application => Path.Combine(_project, $"bin/Debug/net10.0/{Name}.dll");

    /// <summary>The folder with all that it makes.</summary>
    public string Folder => _folder.Root;

    /// <summary>The full path of a file of the test project.</summary>
    public string PathOf(string file) => Path.Combine(_project, file);

    /// <summary>Runs <c>dotnet test</c>.</summary>
    internal CommandResult Test(params string[] arguments) => Dotnet(_project, ["test", "--no-build", "--no-ansi", "--no-progress", .. arguments]);

    /// <summary>Writes a notebook that the project does not have.</summary>
    /// <returns>The line by which the list of the test application names it.</returns>
    internal string Notebook(string name, string text, string arguments = "") => $"{_folder.Write($"others/{name}", text)}\t{name}\t{arguments}";

    /// <summary>Runs the test application with other notebooks than the project has.</summary>
    /// <param name="notebooks">What <see cref="Notebook"/> has given.</param>
    /// <param name="arguments">Arguments of the application.</param>
    internal CommandResult Run(IEnumerable<string> notebooks, params string[] arguments) =>
        RunListed([File.ReadLines(Path.ChangeExtension(Application, ".notebooks.txt")).First(), .. notebooks], arguments);

    /// <summary>Runs the test application with a list.</summary>
    internal CommandResult RunListed(IEnumerable<string> list, params string[] arguments)
    {
        var copy = _folder.PathOf("application");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Application)!))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
        File.WriteAllLines(Path.Combine(copy, $"{Name}.notebooks.txt"), list);
        return Dotnet(copy, ["exec", $"{Name}.dll", "--no-banner", "--no-ansi", "--no-progress", .. arguments]);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Sample() => Directory.EnumerateFiles(SampleFolder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(SampleFolder, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" || part.StartsWith('.')));

    private CommandResult Dotnet(string folder, params string[] arguments)
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        var start = new ProcessStartInfo(Path.Combine(DotnetHost.Root, "dotnet"), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment =
            {
                ["RestoreAdditionalProjectSources"] = _folder.PathOf("feed"),
                ["RestorePackagesPath"] = _folder.PathOf("packages"),
                ["RestoreFallbackFolders"] = packages,
                ["MSBUILDDISABLENODEREUSE"] = "1",
            },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CommandResult(process.ExitCode, $"{output}{error.Result}".ReplaceLineEndings("\n"));
    }
}
