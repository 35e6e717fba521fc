using IpytestNet.Kernel;
using IpytestNet.Specs.Documents;

namespace IpytestNet.Specs.Library;

/// <summary>A folder with notebooks in it, each in a session of its own.</summary>
internal sealed class NotebookFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<LiveNotebook> _notebooks = [];

    public string Root => _folder.Root;

    public string PathOf(string name) => _folder.PathOf(name);

    public NotebookFolder With(string name, string text)
    {
        _folder.Write(name, text);
        return this;
    }

    /// <summary>Begins a session of a notebook in the folder, or in one below it.</summary>
    public LiveNotebook Open(string name = "Notebook.ipynb")
    {
        var path = _folder.PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var notebook = new LiveNotebook(new NotebookOptions { Name = Path.GetFileName(path), WorkingDirectory = Path.GetDirectoryName(path)! });
        _notebooks.Add(notebook);
        return notebook;
    }

    /// <summary>The text that the cache keeps under a key, or null.</summary>
    public string? Cached(string key)
    {
        var path = _folder.PathOf($".ipytest_cache/v/cache/{key}");
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    public void Dispose()
    {
        foreach (var notebook in _notebooks)
            notebook.Dispose();
        _folder.Dispose();
    }
}
