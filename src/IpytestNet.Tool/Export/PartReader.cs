using System.Text;
using System.Text.RegularExpressions;
using IpytestNet.Cells;
using IpytestNet.CommandLine;
using IpytestNet.Kernel.Compilation;
using IpytestNet.Kernel.Documents;
using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Tool.Export;

/// <summary>Reads the parts of a notebook, with the files that it loads.</summary>
/// <param name="folder">The folder of the notebook.</param>
internal sealed partial class PartReader(string folder)
{
    private const string Conftest = "conftest.csx";

    private static readonly HashSet<string> NoNames = new(StringComparer.Ordinal);

    private readonly List<NotebookPart> _parts = [];
    private readonly HashSet<string> _loaded = new(StringComparer.Ordinal);
    private int _number;
    private int _index;

    /// <summary>The parts.</summary>
    public IReadOnlyList<NotebookPart> Parts => _parts;

    /// <summary>The full paths of the loaded files that are no scripts, and go into the project as they are.</summary>
    public List<string> Linked { get; } = [];

    /// <summary>Reads a notebook.</summary>
    public PartReader Read(NotebookDocument document)
    {
        foreach (var path in Conftests())
            AddScript(path, File.ReadAllText(path));
        foreach (var cell in document.Cells)
            Add(cell);
        return this;
    }

    // Those further away come first, as when the notebook runs.
    private Stack<string> Conftests()
    {
        var paths = new Stack<string>();
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
        {
            if (Path.Combine(place.FullName, Conftest) is var path && File.Exists(path))
                paths.Push(path);
        }

        return paths;
    }

    private void Add(NotebookCell cell)
    {
        if (string.IsNullOrWhiteSpace(cell.Source))
            return;
        if (cell.Kind is not CellKind.Code)
            _parts.Add(new NotebookPart.Prose(cell.Source));
        else if (cell.IsSkipped)
            _parts.Add(new NotebookPart.Remark("A cell", cell.Source, "it is tagged skip-execution"));
        else
            AddCode(cell, $"In[{++_number}]");
    }

    private void AddCode(NotebookCell cell, string label)
    {
        var text = CellText.Parse(cell.Source);
        switch (text.Magic)
        {
            case { Name: "writefile" } magic when ShellWords.Split(magic.Arguments) is [var path]:
                AddCell(cell, label, Writing(path, text.Body));
                break;
            case null or { Name: "ipytest" or "time" }:
                AddCell(cell, label, text.Body, text.Magic is { Name: "ipytest" } run ? ShellWords.Split(run.Arguments) : null);
                break;
            default:
                _parts.Add(new NotebookPart.Remark(label, cell.Source, $"the magic {text.Magic.Name} is one of the notebook"));
                break;
        }
    }

    private void AddCell(NotebookCell cell, string label, string body, IReadOnlyList<string>? runArguments = null)
    {
        var code = Load(body, folder);
        _parts.Add(new NotebookPart.Code(new ScriptCell
        {
            Label = label,
            Suffix = $"In{_number}",
            Index = _index++,
            Original = code,
            ExpectsFailure = cell.ExpectsFailure,
            IsCell = true,
            RunArguments = runArguments,
        }));
    }

    private void AddScript(string path, string text)
    {
        var code = Load(text, Path.GetDirectoryName(path)!);
        _parts.Add(new NotebookPart.Code(new ScriptCell
        {
            Label = Path.GetFileName(path),
            Suffix = NoWord().Replace(Path.GetFileNameWithoutExtension(path), "_"),
            Index = _index++,
            Original = code,
        }));
    }

    // A script that is loaded is code like a cell before that which loads it; a source file with namespaces is compiled beside.
    private string Load(string code, string start)
    {
        var root = CellSyntax.Parse(code, NoNames).Root;
        var changes = new TextChanges(code);
        foreach (var directive in root.GetLoadDirectives())
        {
            if (Find(directive.File.ValueText, start) is not { } path)
                continue;
            var text = File.ReadAllText(path);
            if (new LoadedFile(path, text, CellSyntax.Parse(text, NoNames).Root).IsOfProject)
            {
                if (!Linked.Contains(path, StringComparer.Ordinal))
                    Linked.Add(path);
                if (start != folder)
                    changes.Replace(directive.File, SymbolDisplay.FormatLiteral(path, quote: true).Replace(@"\\", @"\", StringComparison.Ordinal));
                continue;
            }

            changes.Insert(directive.SpanStart, "// ");
            if (_loaded.Add(path))
                AddScript(path, text);
        }

        return changes.All();
    }

    private string? Find(string said, string start) =>
        new[] { start, folder }.Select(place => Path.GetFullPath(said, place)).FirstOrDefault(File.Exists);

    private static string Writing(string path, string body)
    {
        var text = body[(body.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var quotes = new string('"', Math.Max(3, QuoteRuns().Matches(text).Select(run => run.Length + 1).DefaultIfEmpty(0).Max()));
        return new StringBuilder("File.WriteAllText(").Append(SymbolDisplay.FormatLiteral(path, quote: true)).Append(", ").Append(quotes).Append('\n')
            .Append(text).Append('\n').Append(quotes).Append(");").ToString();
    }

    [GeneratedRegex(@"\W")]
    private static partial Regex NoWord();

    [GeneratedRegex("\"+")]
    private static partial Regex QuoteRuns();
}
