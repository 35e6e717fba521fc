using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IpytestNet.Specs.Documents;
using Xunit;

namespace IpytestNet.Specs.Tool.Export;

/// <summary>Notebooks become projects that the SDK builds, and each test ends as it did in the notebook.</summary>
[Trait("asks", "SDK")]
public sealed partial class RoundTripSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Each_test_of_a_project_ends_as_it_did_in_the_notebook()
    {
        foreach (var name in (string[])["Everything", "Language"])
            File.Copy(Path.Combine(Repository.Root, $"tests/IpytestNet.Specs/Tool/Export/{name}.txt"), _folder.PathOf($"{name}.cs"));
        _folder.Write("conftest.csx", "class Server { public int Port => 8080; }\n[Fixture(FixtureScope.Session)] Server server() => new();\n[Fixture] string Hello() => \"hello\";");
        string[] notebooks =
        [
            // What ipytest has, and what C# has.
            _folder.PathOf("Everything.cs"),
            _folder.PathOf("Language.cs"),
            .. Directory.GetFiles(Path.Combine(Repository.Root, "examples"), "*.ipynb").Order(StringComparer.Ordinal),
            Path.Combine(Repository.Root, "tests/notebooks/live-state.ipynb"),
        ];
        string[] names = [.. notebooks.Select(notebook => Path.GetFileNameWithoutExtension(notebook))];

        var warnings = notebooks.Zip(names, Export).ToList();
        await BuildAsync(names);
        var expected = notebooks.Zip(names, OfNotebook).ToList();
        var actual = new List<string>();
        foreach (var name in names)
            actual.Add(await OfProjectAsync(name));

        Assert.Equal(expected, actual);
        Assert.All(warnings, Assert.Empty);
    }

    public void Dispose() => _folder.Dispose();

    private string Export(string notebook, string name)
    {
        using var call = new ToolCall(_folder.Root);
        Assert.Equal(ExitCode.Ok, call.Run("export", notebook, "-o", name));
        return call.Error;
    }

    // One build for all of them takes a fraction of the time.
    private async Task BuildAsync(string[] names)
    {
        _folder.Write("All.slnx", $"<Solution>{string.Concat(names.Select(name => $"<Project Path=\"{name}/{name}.csproj\" />"))}</Solution>");
        var (exitCode, output) = await RunAsync("build", "All.slnx", "--nologo", "--verbosity", "quiet", "-p:RunAnalyzers=false");
        Assert.True(exitCode == 0, output);
    }

    private string OfNotebook(string notebook, string name)
    {
        using var call = new ToolCall(_folder.Root);
        call.Run("run", notebook, "-p", "no:cacheprovider", $"--report-log={name}.jsonl");
        // The last result of a test counts, and of that the phase that did not pass.
        var outcomes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(_folder.PathOf($"{name}.jsonl")).Select(line => JsonDocument.Parse(line).RootElement))
        {
            if (line.GetProperty("$report_type").GetString() is not "TestReport")
                continue;
            var (node, outcome) = (line.GetProperty("nodeid").GetString()!, line.GetProperty("outcome").GetString()!);
            if (line.GetProperty("when").GetString() is "setup" || outcome is not "passed")
                outcomes[node] = outcome;
        }

        return Lines(name, outcomes.Select(entry => (entry.Key.Split("::", 2)[1], entry.Value)));
    }

    private async Task<string> OfProjectAsync(string name)
    {
        var library = Directory.GetFiles(_folder.PathOf($"{name}/bin/Debug"), "*.runtimeconfig.json", SearchOption.AllDirectories)[0].Replace(".runtimeconfig.json", ".dll", StringComparison.Ordinal);
        var (_, output) = await RunAsync(library, "--no-progress", "--report-xunit", "--report-xunit-filename", $"{name}.xml", "--results-directory", _folder.Root);
        Assert.True(File.Exists(_folder.PathOf($"{name}.xml")), output);
        var tests = XDocument.Load(_folder.PathOf($"{name}.xml")).Descendants("test").Select(test =>
        {
            var type = test.Attribute("type")!.Value.Split('.')[^1].Replace("+", "::", StringComparison.Ordinal);
            var outcome = test.Attribute("result")!.Value switch { "Pass" => "passed", "Fail" => "failed", _ => "skipped" };
            return ($"{(ClassOfCell.IsMatch(type) ? "" : $"{type}::")}{test.Attribute("method")!.Value}", outcome);
        });
        return Lines(name, tests);
    }

    private static string Lines(string name, IEnumerable<(string Test, string Outcome)> results) =>
        $"{name}\n{string.Join('\n', results.Select(result => $"{result.Test.Split('(')[0]} {result.Outcome}").Order(StringComparer.Ordinal))}";

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder.Root, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // Test settings of the process around must not reach the projects.
        foreach (var variable in start.Environment.Keys.Where(key => key.StartsWith("TESTINGPLATFORM", StringComparison.Ordinal) || key is "CI").ToList())
            start.Environment.Remove(variable);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await error);
    }

    [GeneratedRegex(@"^In\d+Tests$")]
    private static partial Regex ClassOfCell { get; }
}
