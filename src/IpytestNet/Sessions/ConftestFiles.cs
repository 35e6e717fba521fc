using IpytestNet.Hosting;

namespace IpytestNet.Sessions;

/// <summary>The files <c>conftest.csx</c> in the folder of a notebook and above it: loaded before the first cell, and again when they change.</summary>
internal sealed class ConftestFiles(NotebookSession session)
{
    private const string FileName = "conftest.csx";

    private readonly Dictionary<string, (string Text, string? Problem)> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Definition>> _definitions = new(StringComparer.Ordinal);
    private IReadOnlyList<string> _paths = [];

    /// <summary>What the files define, file by file, those further from the notebook first.</summary>
    public IEnumerable<(string Path, IReadOnlyList<Definition> Definitions)> Definitions =>
        _paths.Where(_definitions.ContainsKey).Select(path => (path, _definitions[path]));

    /// <summary>What is wrong with a file, in the words of its first error, or null.</summary>
    public string? Problem => _paths.Select(path => _read[path].Problem is { } problem ? $"while loading conftest '{path}': {problem}" : null).FirstOrDefault(problem => problem is not null);

    /// <summary>Loads files that are new or have changed.</summary>
    public async Task RefreshAsync()
    {
        if (session.Host is not { } host)
            return;
        _paths = [.. Find(host.Folder)];
        foreach (var path in _paths)
        {
            var text = await File.ReadAllTextAsync(path);
            if (_read.TryGetValue(path, out var before) && before.Text == text)
                continue;
            _read[path] = (text, await LoadAsync(host, path));
        }
    }

    /// <summary>Takes in what a file defines.</summary>
    public void Add(string path, IReadOnlyList<Definition> definitions) => _definitions[path] = definitions;

    private static Stack<string> Find(string folder)
    {
        var paths = new Stack<string>();
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
        {
            var path = Path.Combine(place.FullName, FileName);
            if (File.Exists(path))
                paths.Push(path);
        }

        return paths;
    }

    private static async Task<string?> LoadAsync(INotebookHost host, string path)
    {
        try
        {
            await host.LoadAsync(path);
            return null;
        }
        catch (CompilationException problem)
        {
            return problem.Message;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ThreadInterruptedException or CellInterruptedException))
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }
}
