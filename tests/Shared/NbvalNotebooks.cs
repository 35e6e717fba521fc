using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace IpytestNet.Tests.Shared;

/// <summary>
/// The notebooks in <c>tests/notebooks/nbval</c>: each says in its metadata with which arguments it is checked and what must become
/// of each of its cells.
/// </summary>
internal static class NbvalNotebooks
{
    /// <summary>Copies them to a folder, so that nothing stays behind.</summary>
    public static void Copy(string repository, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(repository, "tests", "notebooks", "nbval")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    /// <summary>Runs the checks of a folder, and gives what became of the cells beside what was to: both a line for each cell.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="byKernel">Whether a Jupyter kernel runs the cells.</param>
    /// <param name="run">Runs <c>ipytest</c> in the folder.</param>
    public static (IReadOnlyList<string> Expected, IReadOnlyList<string> Actual) Check(string folder, bool byKernel, Func<string[], (int Code, string Output)> run)
    {
        var checks = Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal).Select(path => (Name: Path.GetFileName(path), Json: ReadCheck(path))).ToList();
        var expected = new List<string>();
        var actual = new List<string>();
        foreach (var command in checks.GroupBy(check => string.Join(' ', check.Json["arguments"]!.AsArray())))
        {
            var report = Path.Combine(folder, $"{expected.Count}.xml");
            string[] notebooks = [.. command.Select(check => check.Name)];
            var (code, output) = run(["run", .. command.Key.Split(' '), .. notebooks, $"--junitxml={report}", .. byKernel ? ["--nbval-kernel-name", "csharp-ipytest"] : Array.Empty<string>()]);
            expected.AddRange(command.SelectMany(check => ExpectedOf(check.Name, check.Json, byKernel)));
            actual.AddRange(File.Exists(report) ? ActualOf(report) : [output]);
            expected.Add($"{command.Key}: exit code 1");
            actual.Add($"{command.Key}: exit code {code}");
        }

        return (expected, actual);
    }

    private static JsonObject ReadCheck(string path) => JsonNode.Parse(File.ReadAllText(path))!["metadata"]!["ipytest"]!["nbval"]!.AsObject();

    private static IEnumerable<string> ExpectedOf(string notebook, JsonObject check, bool byKernel) =>
        from cell in (byKernel && check["expected_by_kernel"] is JsonObject own ? own : check["expected"]!.AsObject()).OrderBy(cell => cell.Key, StringComparer.Ordinal)
        select $"{Path.GetFileNameWithoutExtension(notebook)} {cell.Key}: {cell.Value}";

    private static IEnumerable<string> ActualOf(string report) =>
        from test in XDocument.Load(report).Descendants("testcase")
        // It may be called by its path.
        group test by ((string)test.Attribute("classname")!).Split('.')[^1] into notebook
        from test in notebook.OrderBy(test => (string)test.Attribute("name")!, StringComparer.Ordinal)
        select $"{notebook.Key} {(string)test.Attribute("name")!}: {OutcomeOf(test)}";

    private static string OutcomeOf(XElement test)
    {
        if (test.Element("skipped") is not null)
            return "skipped";
        if (test.Element("failure") is { } failure)
            return $"failed: {(string)failure.Attribute("message")!}";
        // What is no test has its text in the element.
        return test.Element("error") is { } error ? $"error: {error.Value[(error.Value.IndexOf(": ", StringComparison.Ordinal) + 2)..].Trim()}" : "passed";
    }
}
