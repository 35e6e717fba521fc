using IpytestNet.CommandLine;
using IpytestNet.Kernel.Documents;

namespace IpytestNet.Tool;

/// <summary>Where the executed notebooks are to be written.</summary>
/// <param name="Folder">The folder of <c>--output</c>, or null.</param>
/// <param name="File">The file of <c>--output</c>, or null.</param>
/// <param name="InPlace">Whether each is written over the one that was read.</param>
internal sealed record OutputPlan(string? Folder, string? File, bool InPlace)
{
    private const string Extension = ".ipynb";

    /// <summary>Plans the outputs before anything runs.</summary>
    /// <exception cref="UsageException">The notebooks cannot be written where <c>--output</c> says.</exception>
    public static OutputPlan Make(RunCommandLine commandLine, IReadOnlyList<NotebookTarget.Found> notebooks, string workingDirectory)
    {
        if (commandLine.Output is not { } output)
            return new OutputPlan(null, null, commandLine.InPlace);

        var path = Path.GetFullPath(output, workingDirectory);
        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(output))
            return IntoFolder(path, notebooks);
        if (notebooks.Count > 1)
            throw new UsageException($"argument --output: expected a folder for {notebooks.Count} notebooks, but '{output}' is none; make it first, or end the name with /");
        if (!HasExtension(path))
            throw new UsageException($"argument --output: expected a file that ends in {Extension}, but '{output}' does not; no other format holds outputs");
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw new UsageException($"argument --output: expected a file in a folder that exists, but there is no '{Path.GetDirectoryName(output)}'; make it first");
        return new OutputPlan(null, path, InPlace: false);
    }

    /// <summary>Returns the file to write for a notebook, or null for none.</summary>
    /// <exception cref="NotebookFormatException">Its own format cannot hold outputs.</exception>
    public string? PathFor(NotebookTarget.Found notebook)
    {
        if (InPlace && !HasExtension(notebook.FullPath))
            throw new NotebookFormatException($"expected an {Extension} notebook for --inplace, but {Path.GetExtension(notebook.FullPath)} holds no outputs; use --output FILE{Extension}");
        return InPlace ? notebook.FullPath : Folder is null ? File : Path.Combine(Folder, NameOf(notebook));
    }

    private static OutputPlan IntoFolder(string folder, IReadOnlyList<NotebookTarget.Found> notebooks)
    {
        if (notebooks.GroupBy(NameOf, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } same)
            throw new UsageException($"argument --output: expected notebooks of different names for one folder, but {string.Join(" and ", same.Select(notebook => notebook.Shown))} would both be {same.Key}; run them one by one");
        return new OutputPlan(folder, null, InPlace: false);
    }

    private static string NameOf(NotebookTarget.Found notebook) => Path.ChangeExtension(Path.GetFileName(notebook.FullPath), Extension);

    private static bool HasExtension(string path) => Path.GetExtension(path).Equals(Extension, StringComparison.OrdinalIgnoreCase);
}
