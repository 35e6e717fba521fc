using System.Text;
using IpytestNet.Files;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Starter;

/// <summary>The verb <c>ipytest new</c>.</summary>
/// <param name="console">The process around it.</param>
internal sealed class NewCommand(ToolConsole console)
{
    private static readonly string[] Extensions = [".ipynb", ".dib", ".cs"];

    /// <summary>Writes a starter notebook.</summary>
    /// <param name="name">Its path; without an extension it is a Jupyter notebook.</param>
    /// <param name="force">Whether a file of that name is replaced.</param>
    public ExitCode Run(string name, bool force)
    {
        if (Problem(name) is { } problem)
            return Refuse(problem);
        var shown = Path.HasExtension(name) ? name : name + Extensions[0];
        var path = Path.GetFullPath(shown, console.WorkingDirectory);
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            return Refuse($"expected a folder that exists, but there is no '{Path.GetDirectoryName(shown)}'; make it first");
        if (Directory.Exists(path))
            return Refuse($"expected the name of a file, but '{shown}' is a folder; give the notebook a name in it");
        if (File.Exists(path) && !force)
            return Refuse($"expected a new name, but '{shown}' exists; choose another, or replace it with --force");
        try
        {
            AtomicFile.Write(path, StarterNotebook.Text(Path.GetFileName(path)), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse($"'{shown}' cannot be written: {e.Message}");
        }

        console.Out.WriteLine($"wrote {shown}; to run its tests: ipytest run {(shown.Contains(' ', StringComparison.Ordinal) ? $"\"{shown}\"" : shown)}");
        return ExitCode.Ok;
    }

    private static string? Problem(string name)
    {
        if (Path.GetFileName(name).Trim() is "" or "." or "..")
            return $"expected the name of a notebook, such as Prices.ipynb, but got '{name}'";
        return Path.HasExtension(name) && !Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)
            ? $"expected a name that ends in .ipynb, .dib or .cs, but got '{name}'"
            : null;
    }

    private ExitCode Refuse(string problem)
    {
        console.Error.WriteLine($"ipytest new: error: {problem}\nTo learn more: ipytest new --help");
        return ExitCode.UsageError;
    }
}
