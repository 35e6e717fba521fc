using System.Reflection;

namespace IpytestNet.Testing.Platform.Notebooks;

/// <summary>The notebooks of the test project, as the build has listed them beside the assembly.</summary>
/// <param name="Command">The path of <c>ipytest.dll</c>.</param>
/// <param name="Notebooks">The notebooks, in the order of the project.</param>
internal sealed record NotebookList(string Command, IReadOnlyList<ListedNotebook> Notebooks)
{
    /// <summary>Reads the list of the application that runs.</summary>
    /// <exception cref="NotebookListException">There is no list, or nothing in it.</exception>
    public static NotebookList OfApplication() =>
        Read(Path.Combine(AppContext.BaseDirectory, $"{Assembly.GetEntryAssembly()?.GetName().Name}.notebooks.txt"));

    private static NotebookList Read(string path)
    {
        if (!File.Exists(path))
            throw new NotebookListException($"expected the list of notebooks in '{path}', but there is no such file; build the test project again");
        var lines = File.ReadAllLines(path);
        var notebooks = lines.Skip(1).Where(line => line.Length > 0).Select(Parse).DistinctBy(notebook => notebook.Path).ToList();
        if (notebooks is [])
            throw new NotebookListException("expected notebooks in the test project, but it has none; add <Notebook Include=\"**/*.ipynb\" /> to an ItemGroup of the project, and check that the pattern matches files");
        if (!File.Exists(lines[0]))
            throw new NotebookListException($"expected the command ipytest in '{lines[0]}', but there is no such file; restore and build the test project again, or set its property IpytestPath to an ipytest.dll");
        return new NotebookList(lines[0], notebooks);
    }

    private static ListedNotebook Parse(string line)
    {
        var parts = line.Split('\t', 3);
        return new ListedNotebook(parts[0], parts[1].Replace('\\', '/'), ArgumentWords.Split(parts[2]));
    }
}
