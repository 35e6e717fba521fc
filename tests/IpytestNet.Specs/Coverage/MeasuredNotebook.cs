using IpytestNet.Specs.Documents;

namespace IpytestNet.Specs.Coverage;

/// <summary>A notebook in a folder of its own, and what its reports of coverage say.</summary>
internal sealed class MeasuredNotebook : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LiveNotebook _notebook;

    public MeasuredNotebook() => _notebook = new LiveNotebook(new() { Name = "Notebook.ipynb", WorkingDirectory = _folder.Root });

    /// <summary>The folder.</summary>
    public string Folder => _folder.Root;

    /// <summary>Runs cells that must succeed.</summary>
    public MeasuredNotebook Given(params string[] cells)
    {
        _notebook.Given(cells);
        return this;
    }

    /// <summary>Writes a file beside the notebook.</summary>
    public MeasuredNotebook File(string name, string text)
    {
        _folder.Write(name, text);
        return this;
    }

    /// <summary>Runs a cell.</summary>
    public LiveNotebook.Seen Run(string code) => _notebook.Run(code);

    /// <summary>Runs a cell and gives the rows of the table, with single spaces.</summary>
    public string Table(string code) => TableOf(Run(code));

    /// <summary>The rows of the table that was seen, with single spaces; then what is said below it.</summary>
    public static string TableOf(LiveNotebook.Seen seen)
    {
        var lines = seen.Text.Split('\n').SkipWhile(line => !line.Contains(" coverage: platform ", StringComparison.Ordinal)).Skip(1)
            .Where(line => line.Length > 0 && !line.StartsWith("---", StringComparison.Ordinal) && !line.StartsWith("Name ", StringComparison.Ordinal))
            .TakeWhile(line => !line.Contains(" passed", StringComparison.Ordinal) && !line.Contains(" failed", StringComparison.Ordinal));
        return string.Join('\n', lines.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }

    /// <summary>Reads a file that a run has written.</summary>
    public string Written(string name) => System.IO.File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>Whether a run has written a file.</summary>
    public bool Has(string name) => System.IO.File.Exists(Path.Combine(Folder, name));

    public void Dispose()
    {
        _notebook.Dispose();
        _folder.Dispose();
    }
}
