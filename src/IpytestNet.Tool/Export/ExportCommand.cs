using System.Text;
using IpytestNet.Files;
using IpytestNet.Kernel.Documents;
using IpytestNet.Kernel.Execution;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Export;

/// <summary>The verb <c>ipytest export</c>.</summary>
/// <param name="console">The process around it.</param>
internal sealed class ExportCommand(ToolConsole console)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the project of a notebook.</summary>
    /// <param name="notebook">The path of the notebook.</param>
    /// <param name="output">The path of the folder; null for one of the notebook's name beside it.</param>
    /// <param name="force">Whether the folder may hold something.</param>
    /// <param name="library">Where the library of ipytest is: a project, a folder with one, an assembly, or a version of the package; null for a project without it.</param>
    public ExitCode Run(string notebook, string? output, bool force, string? library)
    {
        var path = Path.GetFullPath(notebook, console.WorkingDirectory);
        if (!File.Exists(path))
            return Refuse($"expected a notebook, but there is no file '{notebook}'; check the name");
        var shown = output ?? Path.ChangeExtension(notebook, null);
        var folder = Path.GetFullPath(shown, console.WorkingDirectory);
        if (File.Exists(folder))
            return Refuse($"expected a folder for the project, but '{shown}' is a file; give another name with -o");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !force)
            return Refuse($"expected an empty folder, but '{shown}' holds something; choose another with -o, or write into it with --force");
        if (Directory.Exists(Path.Combine(folder, Path.GetFileName(path))) || folder == Path.GetDirectoryName(path))
            return Refuse("expected another folder than that of the notebook, so that projects of two notebooks do not meet; choose one with -o");
        try
        {
            return Write(Export(path, folder, Library(library, folder)), folder, shown);
        }
        catch (NotebookFormatException e)
        {
            return Refuse($"{notebook}: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(e.Message);
        }
    }

    // Paths of the notebook start from its folder.
    private static ExportedProject Export(string path, string folder, string? library)
    {
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = Path.GetDirectoryName(path)!;
        CellDisplay.Current = _ => { };
        try
        {
            return new Exporter(path, folder, library).Export();
        }
        finally
        {
            CellDisplay.Current = null;
            Environment.CurrentDirectory = before;
        }
    }

    private ExitCode Write(ExportedProject project, string folder, string shown)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in project.Files)
            AtomicFile.Write(Path.Combine(folder, name), text, Utf8);
        foreach (var warning in project.Warnings)
            console.Error.WriteLine($"ipytest export: warning: {warning.Place}: {warning.Text}");
        var file = Path.Combine(shown, project.Name);
        console.Out.WriteLine($"wrote {file}{(project.Warnings.Count is 0 ? "" : $", without {(project.Warnings.Count is 1 ? "1 thing" : $"{project.Warnings.Count} things")} of the notebook")}; to run its tests: dotnet run --project {(file.Contains(' ', StringComparison.Ordinal) ? $"\"{file}\"" : file)}");
        return ExitCode.Ok;
    }

    private string? Library(string? said, string folder)
    {
        if (said is null)
            return null;
        var path = Path.GetFullPath(said, console.WorkingDirectory);
        if (Directory.Exists(path))
            path = Directory.EnumerateFiles(path, "IpytestNet.*").FirstOrDefault(file => Path.GetFileName(file) is "IpytestNet.csproj" or "IpytestNet.dll") ?? path;
        if (!File.Exists(path))
            return $"""<PackageReference Include="IpytestNet" Version="{Xml.Escape(said)}" />""";
        var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
        return path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)
            ? $"""<ProjectReference Include="{Xml.Escape(relative)}" />"""
            : $"""<Reference Include="IpytestNet" HintPath="{Xml.Escape(relative)}" />""";
    }

    private ExitCode Refuse(string problem)
    {
        console.Error.WriteLine($"ipytest export: error: {problem}\nTo learn more: ipytest export --help");
        return ExitCode.UsageError;
    }
}
