using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using IpytestNet.Kernel;

namespace IpytestNet.Benchmarks;

/// <summary>How many cases of the corpus come out right, line by line and branch by branch: in a notebook, and as a library that coverlet measures.</summary>
internal static class CoverageAccuracy
{
    private const string Usings = "using System; using System.IO; using System.Linq; using System.Collections.Generic; using System.Threading; using System.Threading.Tasks; using System.Diagnostics.CodeAnalysis;";

    /// <summary>Counts the cases of both.</summary>
    public static void Run(Repository repository, ResultTable table)
    {
        var cases = File.ReadLines(Path.Combine(repository.Root, "tests", "corpora", "coverage.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(entry => !entry.TryGetProperty("before_cells", out _))
            .ToList();
        var ours = cases.Select(entry => Ours(entry, repository)).ToList();
        table.Note($"accuracy: lines right in {ours.Count(right => right.Lines)} of {cases.Count} cases of the corpus, branches in {ours.Count(right => right.Branches)}");
        var theirs = Coverlet(cases, Path.Combine(repository.Scratch, "Accuracy"));
        table.Note($"coverlet, of those that are also a class: lines right in {theirs.Count(right => right.Lines)} of {theirs.Count}, branches in {theirs.Count(right => right.Branches)}");
    }

    private static (bool Lines, bool Branches) Ours(JsonElement entry, Repository repository)
    {
        var report = Path.Combine(repository.Scratch, "accuracy.json");
        using var notebook = new Notebook(new NotebookOptions { WorkingDirectory = repository.Scratch });
        RunBenchmarks.Evaluate(notebook, "Ipytest.AutoConfig(addopts: [\"-q\", \"--cov\", \"--cov-branch\", \"--cov-report=\"]);");
        RunBenchmarks.Evaluate(notebook, Usings);
        RunBenchmarks.Evaluate(notebook, entry.GetProperty("cell").GetString()!);
        RunBenchmarks.Evaluate(notebook, $"%%ipytest --cov-report=json:{report}\nasync Task test_case()\n{{\nawait Task.CompletedTask;\n{entry.GetProperty("test").GetString()}\n}}");
        using var json = JsonDocument.Parse(File.ReadAllText(report));
        if (!json.RootElement.GetProperty("files").TryGetProperty("In[3]", out var file))
            return (false, false);
        var branches = file.GetProperty("branches").EnumerateArray()
            .GroupBy(outcome => outcome.GetProperty("line").GetInt32())
            .ToDictionary(line => line.Key, line => (line.Count(), line.Count(outcome => outcome.GetProperty("hits").GetInt64() > 0)));
        return (IsRight(entry, "covered_lines", Numbers(file, "executed_lines")) && IsRight(entry, "missing_lines", Numbers(file, "missing_lines")), Branches(entry, branches));
    }

    private static bool Branches(JsonElement entry, Dictionary<int, (int Total, int Covered)> seen)
    {
        var expected = entry.GetProperty("branches").EnumerateArray().ToDictionary(branch => branch.GetProperty("line").GetInt32(), branch => (branch.GetProperty("total").GetInt32(), branch.GetProperty("covered").GetInt32()));
        // What a pragma makes optional has no hits of its own.
        return expected.Count == seen.Count && expected.All(branch => seen.TryGetValue(branch.Key, out var own)
            && (own == branch.Value || (own.Total == branch.Value.Item1 && entry.GetProperty("cell").GetString()!.Contains("no branch", StringComparison.Ordinal))));
    }

    private static bool IsRight(JsonElement entry, string field, IEnumerable<int> seen) => Numbers(entry, field).Order().SequenceEqual(seen.Order());

    private static IEnumerable<int> Numbers(JsonElement element, string field) => element.GetProperty(field).EnumerateArray().Select(line => line.GetInt32());

    private static List<(bool Lines, bool Branches)> Coverlet(List<JsonElement> cases, string folder)
    {
        var library = Directory.CreateDirectory(Path.Combine(folder, "Cases")).FullName;
        var tests = CoverletProject.Write(folder, "Cases");
        var kept = cases.Where(entry => IsClass(entry.GetProperty("cell").GetString()!)).ToList();
        var calls = new List<string>();
        for (var i = 0; i < kept.Count; i++)
        {
            // Its lines are those of the cell.
            File.WriteAllText(
                Path.Combine(library, $"Case{i}.cs"),
                $"{Usings} namespace Case{i}; public partial class Cell {{ {kept[i].GetProperty("cell").GetString()}\n}}\n");
            File.WriteAllText(
                Path.Combine(library, $"Test{i}.cs"),
                $"{Usings} namespace Case{i}; public partial class Cell {{ public async Task Test() {{ await Task.CompletedTask; {kept[i].GetProperty("test").GetString()} }} }}\n");
            calls.Add($"[NUnit.Framework.Test] public async System.Threading.Tasks.Task Test{i}() => await new Case{i}.Cell().Test();");
        }

        File.WriteAllText(Path.Combine(tests, "Tests.cs"), $"public class Tests\n{{\n{string.Join('\n', calls)}\n}}\n");
        var results = Path.Combine(folder, "results");
        if (Directory.Exists(results))
            Directory.Delete(results, recursive: true);
        new Command("dotnet", "test", "--results-directory", results, "--collect:XPlat Code Coverage") { Folder = tests }.Time();
        var report = XDocument.Load(Directory.GetFiles(results, "coverage.cobertura.xml", SearchOption.AllDirectories)[0]);
        return [.. kept.Select((entry, index) => OfCoverlet(entry, report, $"Case{index}.cs"))];
    }

    private static (bool Lines, bool Branches) OfCoverlet(JsonElement entry, XDocument report, string file)
    {
        var lines = report.Descendants("class").Where(type => ((string)type.Attribute("filename")!).EndsWith(file, StringComparison.Ordinal))
            .SelectMany(type => type.Element("lines")!.Elements("line"))
            .GroupBy(line => (int)line.Attribute("number")!)
            .ToDictionary(line => line.Key, line => line.ToList());
        // It counts braces too, by a convention of its own; only the lines of the corpus are looked at.
        foreach (var brace in lines.Keys.Except(Numbers(entry, "executable_lines")).ToList())
            lines.Remove(brace);
        var covered = lines.Where(line => line.Value.Exists(part => (long)part.Attribute("hits")! > 0)).Select(line => line.Key);
        var missing = lines.Where(line => line.Value.TrueForAll(part => (long)part.Attribute("hits")! == 0)).Select(line => line.Key);
        var branches = lines.Where(line => line.Value.Exists(part => part.Attribute("condition-coverage") is not null)).ToDictionary(
            line => line.Key,
            line => Fraction((string)line.Value.First(part => part.Attribute("condition-coverage") is not null).Attribute("condition-coverage")!));
        return (IsRight(entry, "covered_lines", covered) && IsRight(entry, "missing_lines", missing), Branches(entry, branches));
    }

    // 50% (1/2)
    private static (int Total, int Covered) Fraction(string text)
    {
        var parts = text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split('/');
        return (int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[0], CultureInfo.InvariantCulture));
    }

    // Statements at the top, extensions and #define are for scripts alone.
    private static bool IsClass(string cell)
    {
        using var notebook = new Notebook();
        return notebook.Run($"{Usings}\npublic partial class Cell {{\n{cell}\n}}") is Kernel.Execution.CellResult.Succeeded;
    }
}
