using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Tool.Export;

/// <summary>Writes the source file of a notebook, in the notebook's order.</summary>
/// <param name="plan">What was decided.</param>
/// <param name="parts">The parts of the notebook.</param>
/// <param name="chunks">The pieces of each cell that compiles.</param>
internal sealed class CodeFileWriter(ExportPlan plan, IReadOnlyList<NotebookPart> parts, IReadOnlyDictionary<ScriptCell, IReadOnlyList<Chunk>> chunks)
{
    /// <summary>Whether there is a class of variables and functions.</summary>
    public bool HasState => chunks.Values.SelectMany(all => all).Any(chunk => chunk.Place is ChunkPlace.Member or ChunkPlace.Statement && chunk.Reason is null);

    /// <summary>The cells that have statements, in order.</summary>
    public IEnumerable<ScriptCell> Running => chunks.Keys.Where(cell => Of(cell, ChunkPlace.Statement).Any(chunk => chunk.Reason is null)).OrderBy(cell => cell.Index);

    /// <summary>The names of the classes with tests, in the order in which the notebook runs them.</summary>
    public IEnumerable<string> TestClasses => chunks.Keys.SelectMany(ClassesOf).OrderBy(entry => entry.LastRun).ThenBy(entry => entry.Cell).Select(entry => entry.Name);

    /// <summary>Writes the file.</summary>
    /// <param name="head">The lines above the namespace.</param>
    /// <param name="space">The namespace.</param>
    public CodeFile Write(IEnumerable<string> head, string space)
    {
        var file = new CodeFile();
        foreach (var line in head)
            file.Add(line);
        file.Part();
        file.Add($"namespace {space};");
        foreach (var part in parts)
        {
            file.Part();
            switch (part)
            {
                case NotebookPart.Prose prose:
                    file.Add(Chunk.Commented(prose.Text));
                    break;
                case NotebookPart.Remark remark:
                    file.Add(Chunk.Commented($"{remark.Label} is left out, since {remark.Reason}:\n{remark.Text}"));
                    break;
                case NotebookPart.Code { Cell: { Defect: { } defect } cell }:
                    file.Add(Chunk.Commented($"{cell.Label} is left out, since {defect}:\n{cell.Original.Trim()}"));
                    break;
                case NotebookPart.Code { Cell: var cell }:
                    Write(file, cell);
                    break;
            }
        }

        return file;
    }

    private void Write(CodeFile file, ScriptCell cell)
    {
        file.Add($"// {cell.Label}{(cell.ExpectsFailure ? ", which is meant to fail" : chunks[cell] is [] && cell.Root.Usings.Count > 0 ? ", whose using directives stand above" : "")}");
        AddAll(file, cell, ChunkPlace.Type);
        var tests = Of(cell, ChunkPlace.Test).ToList();
        var types = Of(cell, ChunkPlace.TestType).ToList();
        WriteState(file, cell);
        var isFirst = types is [] || tests is [] || chunks[cell].First(chunk => chunk == tests[0] || chunk == types[0]) == tests[0];
        if (!isFirst)
            AddAll(file, cell, ChunkPlace.TestType);
        WriteTests(file, cell, tests);
        if (isFirst)
            AddAll(file, cell, ChunkPlace.TestType);
    }

    private IEnumerable<(int LastRun, int Cell, string Name)> ClassesOf(ScriptCell cell)
    {
        if (Of(cell, ChunkPlace.Test).Any(IsCode))
            yield return (LastRunOf(cell), cell.Index, $"{cell.Suffix}Tests");
        foreach (var definition in plan.Index.Definitions.Where(definition => definition.Cell == cell && definition.Kind is DefinitionKind.Type && RunPoints.IsTest(definition)))
        {
            if (!Of(cell, ChunkPlace.TestType).Any(chunk => IsCode(chunk) && chunk.Shown == definition.Member.ToString()))
                continue;
            foreach (var type in definition.Member.DescendantNodesAndSelf().OfType<TypeDeclarationSyntax>().Where(type => XunitSymbols.HasTests(type, cell.Model)))
                yield return (definition.LastRun, cell.Index, string.Join('.', type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Reverse().Select(outer => outer == definition.Member ? definition.ExportName : outer.Identifier.Text)));
        }
    }

    private int LastRunOf(ScriptCell cell) => plan.Index.Definitions.Where(definition => definition.Cell == cell && definition.Kind is DefinitionKind.Test).Max(test => test.LastRun);

    private static bool IsCode(Chunk chunk) => chunk.Reason is null && !chunk.Text.StartsWith("//", StringComparison.Ordinal) && chunk.Text.Length > 0;

    private void AddAll(CodeFile file, ScriptCell cell, ChunkPlace place)
    {
        foreach (var chunk in Of(cell, place))
        {
            file.Part();
            file.Add(chunk, 0);
        }
    }

    private IEnumerable<Chunk> Of(ScriptCell cell, ChunkPlace place) => chunks[cell].Where(chunk => chunk.Place == place);

    private void WriteState(CodeFile file, ScriptCell cell)
    {
        var members = Of(cell, ChunkPlace.Member).ToList();
        var statements = Of(cell, ChunkPlace.Statement).ToList();
        if (members.Concat(statements).All(chunk => chunk.Reason is not null || chunk.Text.StartsWith("//", StringComparison.Ordinal)))
        {
            AddAll(file, cell, ChunkPlace.Member);
            AddAll(file, cell, ChunkPlace.Statement);
            return;
        }

        file.Part();
        file.Add($"internal static partial class {plan.StateClass}\n{{");
        AddSpaced(file, members, 4);
        if (statements.Exists(chunk => chunk.Reason is null))
        {
            file.Part();
            file.Add($"    /// <summary>The statements of {cell.Label}.</summary>\n    public static {(IsAsync(statements) ? "async Task" : "void")} Run{cell.Suffix}()\n    {{");
            AddSpaced(file, statements, 8);
            file.Add("    }");
        }
        else
        {
            AddSpaced(file, statements, 4);
        }

        file.Add("}");
    }

    /// <summary>Whether statements wait for something.</summary>
    public static bool IsAsync(IEnumerable<Chunk> statements) => statements.Any(chunk => chunk.Reason is null && Awaiting.In(chunk.Text));

    /// <summary>Whether the statements of a cell wait for something.</summary>
    public bool IsAsync(ScriptCell cell) => IsAsync(Of(cell, ChunkPlace.Statement));

    private void WriteTests(CodeFile file, ScriptCell cell, IReadOnlyList<Chunk> tests)
    {
        if (!tests.Any(IsCode))
        {
            AddAll(file, cell, ChunkPlace.Test);
            return;
        }

        file.Part();
        file.Add($"public class {cell.Suffix}Tests{(plan.CellsBefore(LastRunOf(cell)) is { } cells ? $" : IClassFixture<{cells}>" : "")}\n{{");
        AddSpaced(file, tests, 4);
        file.Add("}");
    }

    private static void AddSpaced(CodeFile file, IEnumerable<Chunk> pieces, int columns)
    {
        var isLong = false;
        foreach (var chunk in pieces)
        {
            var isNowLong = chunk.Text.Contains('\n', StringComparison.Ordinal) || chunk.Comments.Length > 0;
            if (chunk.IsApart || (chunk.Place is not ChunkPlace.Statement && (isLong || isNowLong)))
                file.Part();
            file.Add(chunk, columns);
            isLong = isNowLong;
        }
    }
}
