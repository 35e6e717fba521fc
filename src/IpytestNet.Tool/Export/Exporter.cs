using System.Text.RegularExpressions;
using IpytestNet.Kernel;
using IpytestNet.Kernel.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Tool.Export;

/// <summary>Makes a project of a notebook: read, bind, decide, write, and take out what does not compile.</summary>
/// <param name="notebook">The full path of the notebook.</param>
/// <param name="folder">The full path of the folder of the project.</param>
/// <param name="library">The element that refers to the library of ipytest; null for a project without it.</param>
internal sealed partial class Exporter(string notebook, string folder, string? library)
{
    private const int Rounds = 40;

    private readonly List<ExportWarning> _warnings = [];
    private readonly string _notebookFolder = Path.GetDirectoryName(notebook)!;

    /// <summary>Makes the project; nothing is written.</summary>
    /// <exception cref="NotebookFormatException">The file is no notebook in C#.</exception>
    public ExportedProject Export()
    {
        var reader = new PartReader(_notebookFolder).Read(NotebookDocument.Read(notebook));
        var all = reader.Parts.OfType<NotebookPart.Code>().Select(part => part.Cell).ToList();
        var binder = new ScriptBinder(new NotebookHost(new NotebookOptions { Name = Path.GetFileName(notebook), WorkingDirectory = _notebookFolder }), _warnings);
        all.ForEach(binder.Bind);
        _warnings.AddRange(reader.Parts.OfType<NotebookPart.Remark>().Where(remark => !remark.Reason.Contains("skip-execution", StringComparison.Ordinal)).Select(remark => new ExportWarning(remark.Label, remark.Reason)));
        _warnings.AddRange(all.SelectMany(RunOptionsOf));
        _warnings.AddRange(all.Where(cell => cell is { Defect: not null, ExpectsFailure: false }).Select(cell => new ExportWarning(cell.Label, cell.Defect!)));

        var cells = all.Where(cell => cell.Defect is null).ToList();
        var index = new NotebookIndex(cells);
        var words = cells.SelectMany(cell => cell.Root.DescendantTokens()).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText).ToHashSet(StringComparer.Ordinal);
        var plan = new ExportPlan(index, words.Contains("Notebook") ? "NotebookCode" : "Notebook");
        return Write(reader, plan, cells, SpaceOf(words), new CompileCheck(binder.References, all.Count) { HasLibrary = library is not null });
    }

    // What a run of the notebook has beside its tests.
    private static IEnumerable<ExportWarning> RunOptionsOf(ScriptCell cell)
    {
        var text = $"{string.Join(' ', cell.RunArguments ?? [])} {(cell.Text.Contains("Ipytest.", StringComparison.Ordinal) ? cell.Text : "")}";
        if (text.Contains("--doctest-", StringComparison.Ordinal))
            yield return new ExportWarning(cell.Label, "examples in documentation stay documentation, and are no tests of the project");
        if (text.Contains("--timeout", StringComparison.Ordinal))
            yield return new ExportWarning(cell.Label, "the project has no --timeout: a test that hangs does so for ever");
    }

    private ExportedProject Write(PartReader reader, ExportPlan plan, List<ScriptCell> cells, string space, CompileCheck check)
    {
        var chunks = cells.ToDictionary(cell => cell, cell => CellWriter.Write(cell, plan));
        var writer = new CodeFileWriter(plan, reader.Parts, chunks);
        var usings = UsingList.Of(plan.Index, space).ToList();
        var linked = reader.Linked.Select(File.ReadAllText).ToList();
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            var main = writer.Write(Head(writer, plan, usings, space, check.HasLibrary), space);
            files = Sources(main.Text, writer, plan, space);
            var errors = check.Errors([main.Text, .. files.Values, .. linked]);
            if (!Improve(errors, main, usings))
                break;
        }

        _warnings.AddRange(plan.NeverRun.Where(test => test.ReplacedBy is null && plan.NeedsNotebook(test.Member) is null).Select(test => new ExportWarning(test.Cell.Label, $"{test.Name}: no run of the notebook has this test, but the project has")));
        _warnings.AddRange(chunks.OrderBy(entry => entry.Key.Index).SelectMany(entry => entry.Value)
            .Where(chunk => chunk.IsMissed).Select(chunk => new ExportWarning(chunk.Cell.Label, $"{chunk.Title}: {char.ToLowerInvariant(chunk.Reason![0])}{chunk.Reason[1..]}")));
        return Project(writer, plan, cells, space, check, files, usings, reader);
    }

    // What does not compile is left out, and then what needs it.
    private bool Improve(IReadOnlyList<Diagnostic> errors, CodeFile main, List<string> usings)
    {
        var isBetter = false;
        foreach (var error in errors.Where(error => error.Location.SourceTree?.FilePath is "0"))
        {
            if (main.Find(error.Location.SourceSpan) is { } chunk)
            {
                if (chunk.Reason is not null || (error.Id is "CS0050" or "CS0051" or "CS0052" or "CS0053" or "CS0057" or "CS0059" or "CS0060" or "CS0061" && chunk.Hide()))
                {
                    isBetter |= chunk.Reason is null;
                    continue;
                }

                chunk.Reason = $"Left out, since it does not compile in a project ({error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)})";
                chunk.IsMissed = true;
                isBetter = true;
            }
            else if (error.Location.SourceTree!.GetText().Lines.GetLineFromPosition(error.Location.SourceSpan.Start).ToString() is var line && usings.Remove(line))
            {
                isBetter = true;
            }
        }

        if (!isBetter)
            _warnings.AddRange(errors.Take(3).Select(error => new ExportWarning("the project", $"it has an error that you must mend ({error.Id}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)})")));
        return isBetter;
    }

    private IEnumerable<string> Head(CodeFileWriter writer, ExportPlan plan, List<string> usings, string space, bool hasLibrary)
    {
        yield return $"// Exported from {Path.GetFileName(notebook)} by ipytest {Ipytest.Version}. The notebook stays what it is; `ipytest export --force` writes this file again.";
        yield return "";
        var known = usings.Where(line => hasLibrary || !line.StartsWith("using IpytestNet", StringComparison.Ordinal)).ToList();
        foreach (var line in known.Where(line => !line.Contains('=', StringComparison.Ordinal)))
            yield return line;
        if (hasLibrary)
            yield return "using IpytestNet;";
        if (UsesFunctions(plan))
            yield return $"using static {space}.NotebookFunctions;";
        if (writer.HasState)
            yield return $"using static {space}.{plan.StateClass};";
        foreach (var line in known.Where(line => line.Contains('=', StringComparison.Ordinal)))
            yield return line;
    }

    private static bool UsesFunctions(ExportPlan plan) => plan.Index.Cells.Any(cell => cell.Root.DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.SimpleNameSyntax>()
        .Any(name => name.Identifier.ValueText is "Display" or "UpdateDisplay" or "ClearOutput" or "DisplayHtml" && cell.Model.GetSymbolInfo(name).Symbol?.ContainingType?.Name is "NotebookFunctions"));

    private static Dictionary<string, string> Sources(string main, CodeFileWriter writer, ExportPlan plan, string space)
    {
        var files = SupportFiles.For(main, space).ToDictionary(file => file.Name, file => file.Text, StringComparer.Ordinal);
        if (UsesFunctions(plan))
            files[SupportFiles.Functions] = SupportFiles.Read(SupportFiles.Functions, space);
        if (writer.Running.Any())
            files["Cells.cs"] = SupportFiles.Cells(writer, plan, space);
        if (writer.HasState || files.Count > 0 || main.Contains("static ", StringComparison.Ordinal))
            files["Order.cs"] = SupportFiles.Order(writer.TestClasses, space);
        if (Files().IsMatch(main))
            files["Folder.cs"] = SupportFiles.Read("Folder.cs", space);
        return files;
    }

    private ExportedProject Project(
        CodeFileWriter writer, ExportPlan plan, List<ScriptCell> cells, string space, CompileCheck check, Dictionary<string, string> sources, List<string> usings, PartReader reader)
    {
        var name = Path.GetFileNameWithoutExtension(notebook);
        var main = writer.Write(Head(writer, plan, usings, space, check.HasLibrary), space).Text;
        var references = cells.Aggregate(new ProjectReferences(_notebookFolder, folder), (all, cell) => all.Add(cell));
        var mainName = sources.ContainsKey($"{name}.cs") ? $"{name}Notebook.cs" : $"{name}.cs";
        var project = new ProjectFile
        {
            Notebook = Path.GetFileName(notebook),
            Space = space,
            Sources = [mainName, .. sources.Keys.Order(StringComparer.Ordinal), .. reader.Linked.Select(references.Relative)],
            References = references,
            IsFriend = check.IsFriend,
            IsPreview = check.IsPreview,
            IsUnsafe = main.Contains("unsafe ", StringComparison.Ordinal),
            NotebookFolder = sources.ContainsKey("Folder.cs") ? references.Relative(_notebookFolder) : null,
            Library = library,
            IsBelowSettings = IsBelowSettings(),
        };
        var files = new Dictionary<string, string>(sources, StringComparer.Ordinal)
        {
            [mainName] = main,
            [$"{name}.csproj"] = project.Text(),
            ["xunit.runner.json"] = ProjectFile.RunnerSettings(sources.ContainsKey("Cells.cs")),
            ["README.md"] = ReadMe(name),
        };
        if (check.IsFriend)
            files["Internals.targets"] = project.InternalsTargets();
        return new ExportedProject(files, _warnings) { Name = $"{name}.csproj" };
    }

    private string ReadMe(string name) =>
        $"""
        # {name}

        The functions and tests of the notebook `{Path.GetFileName(notebook)}` as an xUnit project, exported by ipytest {Ipytest.Version}. It needs nothing but the .NET SDK:

        ```sh
        dotnet run --project {(name.Contains(' ', StringComparison.Ordinal) ? $"\"{name}.csproj\"" : $"{name}.csproj")}
        ```

        """.ReplaceLineEndings("\n");

    private bool IsBelowSettings()
    {
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
        {
            if (File.Exists(Path.Combine(place.FullName, "Directory.Packages.props")) || File.Exists(Path.Combine(place.FullName, "Directory.Build.props")))
                return true;
        }

        return false;
    }

    private string SpaceOf(HashSet<string> words)
    {
        var name = NoWord().Replace(Path.GetFileNameWithoutExtension(notebook), "_").Trim('_');
        if (name.Length is 0 || char.IsDigit(name[0]) || SyntaxFacts.GetKeywordKind(name) is not SyntaxKind.None)
            name = $"Notebook_{name}";
        // A namespace of the name of something else would hide it.
        return words.Contains(name) || name is "System" or "Xunit" or "Microsoft" or "Assert" ? $"{name}Tests" : name;
    }

    [GeneratedRegex(@"\W+")]
    private static partial Regex NoWord();

    [GeneratedRegex(@"\b(File|Directory|StreamReader|StreamWriter|FileStream|FileInfo|DirectoryInfo|FileSystemWatcher|CurrentDirectory|Process)\b|Path\.GetFullPath")]
    private static partial Regex Files();
}
