#!/usr/bin/env dotnet
#:property PublishAot=false

// The whole check: restore, build, format, specs, notebooks. Its last line is "N passed, N failed, N skipped".

using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

var root = Path.GetDirectoryName((string)AppContext.GetData("EntryPointFileDirectoryPath")!)!;
var scratch = Path.Combine(root, "artifacts", "check");
var steps = new Steps();
Directory.SetCurrentDirectory(root);
if (Directory.Exists(scratch))
    Directory.Delete(scratch, recursive: true);
Directory.CreateDirectory(scratch);

steps.Run("tools of the specs", Tools.Install);
var locked = Environment.GetEnvironmentVariable("CI") is "true" ? "--locked-mode" : "";
var builds = steps.Command("restore", "dotnet", $"restore Ipytest.slnx {locked}")
    && steps.Command("build", "dotnet", "build Ipytest.slnx --no-restore --nologo --tl:off --verbosity quiet");
if (builds)
{
    // Two at a time: what asks the SDK or speaks to kernels waits for other processes, and takes no console.
    Parallel.Invoke(
        () =>
        {
            steps.Run("IpytestNet.Specs", () => Specs.Run("IpytestNet.Specs", scratch, "--filter-not-trait", Specs.AskingTheSdk));
            foreach (var notebook in Notebooks.In("examples").Concat(Notebooks.In("tests/notebooks")))
                steps.Run(notebook, () => Notebooks.Run(notebook, scratch));
        },
        () =>
        {
            steps.Run("format", Format);
            steps.Run("IpytestNet.Specs that ask the SDK", () => Specs.Run("IpytestNet.Specs", scratch, "--filter-trait", Specs.AskingTheSdk));
            steps.Run("IpytestNet.Jupyter.Tests", () => Specs.Run("IpytestNet.Jupyter.Tests", scratch));
        });
}

return steps.Finish();

static StepResult Format()
{
    var exit = ProcessExit.Of("dotnet", ["format", "Ipytest.slnx", "--verify-no-changes", "--no-restore"], keepOutput: true);
    return exit.Code is 0 ? new StepResult(0, 0, 0) : StepResult.Wrong($"`dotnet format --verify-no-changes` {exit}", exit.Output);
}

/// <summary>How many passed, failed and were skipped, why the step is not good, and what it has put out then.</summary>
internal sealed record StepResult(int Passed, int Failed, int Skipped, string? Problem = null, string Output = "")
{
    public static StepResult Wrong(string problem, string output = "") => new(0, 1, 0, problem, output);
}

/// <summary>Runs the steps, tells the time of each, and keeps the sum.</summary>
internal sealed class Steps
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly List<(string Name, StepResult Result)> _done = [];

    /// <summary>Runs a step that is a command with nothing to count.</summary>
    public bool Command(string name, string file, string arguments) => Run(name, () =>
    {
        var exit = Command(file, arguments);
        return exit.Code is 0 ? new StepResult(0, 0, 0) : StepResult.Wrong($"`{file} {arguments.TrimEnd()}` {exit}");
    });

    /// <summary>Runs a step and tells of it in one piece; true if it is good. Steps may run at the same time.</summary>
    public bool Run(string name, Func<StepResult> step)
    {
        var start = Stopwatch.GetTimestamp();
        StepResult result;
        try
        {
            result = step();
        }
        catch (Exception exception)
        {
            result = StepResult.Wrong(exception.ToString());
        }

        lock (_done)
        {
            _done.Add((name, result));
            var verdict = result.Problem is null ? "ok" : $"FAILED: {result.Problem}";
            Console.Write($"== {name}\n{result.Output}   {verdict} ({Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s)\n");
        }

        return result.Problem is null;
    }

    /// <summary>Prints the sum and gives the exit code.</summary>
    public int Finish()
    {
        var failed = _done.FindAll(step => step.Result.Problem is not null);
        Console.WriteLine($"== {_done.Count} steps in {Stopwatch.GetElapsedTime(_start).TotalSeconds:0} s");
        foreach (var (name, result) in failed)
            Console.WriteLine($"   FAILED {name}: {result.Problem}");
        Console.WriteLine(
            $"{_done.Sum(step => step.Result.Passed)} passed, {_done.Sum(step => step.Result.Failed)} failed, "
            + $"{_done.Sum(step => step.Result.Skipped)} skipped");
        return failed.Count is 0 ? 0 : 1;
    }

    private static ProcessExit Command(string file, string arguments) => ProcessExit.Of(file, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>How a process ended.</summary>
/// <param name="Code">Its exit code, or null if it had to be ended.</param>
/// <param name="Output">What it wrote, if that was kept.</param>
internal sealed record ProcessExit(int? Code, string Output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(14);

    /// <summary>Runs a process to its end, with our console as its own unless its output is kept.</summary>
    public static ProcessExit Of(string file, IReadOnlyList<string> arguments, bool keepOutput = false)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = keepOutput,
            RedirectStandardError = keepOutput,
        })!;
        Task<string>[] outputs = keepOutput ? [process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()] : [];
        var ended = process.WaitForExit(Limit);
        if (!ended)
            process.Kill(entireProcessTree: true);
        // A process that it left behind may hold the pipe open.
        Task.WaitAll(outputs, TimeSpan.FromSeconds(10));
        return new ProcessExit(
            ended ? process.ExitCode : null,
            string.Concat(outputs.Select(output => output.IsCompletedSuccessfully ? output.Result : "")));
    }

    public override string ToString() => Code is { } code ? $"ended with exit code {code}" : $"did not end within {Limit.TotalMinutes:0} minutes";
}

/// <summary>Programs by which specs look at reports and speak to the kernel; without them these specs would only be skipped.</summary>
internal static class Tools
{
    private const string Python = "/usr/lib/python3/dist-packages";

    private static readonly (string Path, string Package)[] All =
    [
        ("/usr/bin/xmllint", "libxml2-utils"),
        ("/usr/bin/lcov", "lcov"),
        ("/usr/bin/chromium", "chromium"),
        ("/usr/bin/chromedriver", "chromium-driver"),
        ($"{Python}/jupyter_client", "jupyter-client"),
        ($"{Python}/nbclient", "python3-nbclient"),
        ($"{Python}/nbconvert", "python3-nbconvert"),
        ($"{Python}/notebook", "jupyter-notebook"),
        ($"{Python}/selenium", "python3-selenium"),
        ($"{Python}/coverage", "python3-coverage"),
    ];

    /// <summary>Installs what is missing, on Debian as root; elsewhere it says what to install.</summary>
    public static StepResult Install()
    {
        string[] packages = [.. All.Where(tool => !Path.Exists(tool.Path)).Select(tool => tool.Package)];
        if (packages is [])
            return new StepResult(0, 0, 0);
        if (!File.Exists("/etc/debian_version") || !Environment.IsPrivilegedProcess)
            return StepResult.Wrong($"the specs need {string.Join(" and ", packages)} (Debian's names); install them, as in `sudo apt-get install -y {string.Join(' ', packages)}`");

        ProcessExit.Of("apt-get", ["update", "-q"]);
        var exit = ProcessExit.Of("apt-get", ["-o", "DPkg::Lock::Timeout=300", "install", "-y", "-q", "--no-install-recommends", .. packages]);
        string[] missing = [.. All.Select(tool => tool.Path).Where(path => !Path.Exists(path))];
        return missing is [] ? new StepResult(0, 0, 0) : StepResult.Wrong($"`apt-get install {string.Join(' ', packages)}` {exit}, and {string.Join(" and ", missing)} cannot be found");
    }
}

/// <summary>The specs, counted by the report that xUnit writes.</summary>
internal static class Specs
{
    /// <summary>The trait of the specs that wait for MSBuild most of the time.</summary>
    public const string AskingTheSdk = "asks=SDK";

    /// <summary>Runs the specs of a project.</summary>
    public static StepResult Run(string project, string scratch, params string[] filter)
    {
        var report = $"{string.Join('-', [project, .. filter]).Replace('=', '-')}.xml";
        var exit = ProcessExit.Of(
            "dotnet",
            [
                "run", "--project", $"tests/{project}", "--no-build", "--", "--no-progress", "--xunit-diagnostics", "on", "--long-running", "60",
                "--results-directory", scratch, "--report-xunit", "--report-xunit-filename", report, .. filter,
            ],
            keepOutput: true);
        var path = Path.Combine(scratch, report);
        if (!File.Exists(path))
            return StepResult.Wrong($"the specs {exit} and wrote no report", exit.Output);

        var assemblies = XDocument.Load(path).Root!.Elements("assembly").ToList();
        var failed = Sum("failed") + Sum("errors");
        var skipped = Sum("skipped") + Sum("not-run");
        var problem = failed > 0 ? $"{failed} specs failed:\n{string.Join('\n', Messages(assemblies))}"
            : exit.Code is not 0 ? $"the specs {exit}, though none failed"
            : Sum("passed") is 0 ? "no spec ran"
            : null;
        return new StepResult(Sum("passed"), problem is null ? 0 : Math.Max(failed, 1), skipped, problem, problem is null ? "" : exit.Output);

        int Sum(string attribute) => assemblies.Sum(assembly => (int?)assembly.Attribute(attribute) ?? 0);
    }

    /// <summary>What the first specs that failed said, a line each: the end of the output tells why, even where nobody keeps all of it.</summary>
    private static IEnumerable<string> Messages(IEnumerable<XElement> assemblies) => assemblies.Descendants("test")
        .Where(test => test.Element("failure") is not null)
        .Select(test => $"      {test.Attribute("name")?.Value}: {test.Element("failure")!.Element("message")?.Value.ReplaceLineEndings(" ")}")
        .Select(line => line[..Math.Min(line.Length, 400)])
        .Take(5);
}

/// <summary>Notebooks that check themselves, run by the built tool.</summary>
internal static class Notebooks
{
    /// <summary>The notebooks in a folder; the folder itself if there are none, which then fails as a notebook would.</summary>
    public static IReadOnlyList<string> In(string folder)
    {
        string[] found = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.ipynb", SearchOption.AllDirectories) : [];
        return found is [] ? [folder] : [.. found.Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Runs a notebook: it must end with the exit code in its metadata, <c>{"ipytest": {"exit_code": 1}}</c>, or 0, all its cells
    /// must have run without an error but those tagged <c>raises-exception</c>, and put out what the notebook has recorded.
    /// </summary>
    public static StepResult Run(string notebook, string scratch)
    {
        if (!File.Exists(notebook))
            return StepResult.Wrong($"expected notebooks in {notebook}, but there are none");

        var expected = ExpectedExitCode(Read(notebook));
        var executed = Path.Combine(scratch, notebook.Replace('/', '-').Replace('\\', '-'));
        var exit = ProcessExit.Of(
            "dotnet", ["artifacts/bin/IpytestNet.Tool/debug/ipytest.dll", "run", notebook, "--output", executed], keepOutput: true);
        var problem = exit.Code != expected ? $"expected exit code {expected}, but `ipytest run {notebook}` {exit}"
            : !File.Exists(executed) ? $"expected the executed notebook in {executed}, but there is none"
            : Cells(Read(executed)).Select(Problem).FirstOrDefault(found => found is not null) ?? RecordedOutputs.Difference(Read(notebook), Read(executed));
        if (problem is null)
            return new StepResult(1, 0, 0);

        return StepResult.Wrong(problem, exit.Output);
    }

    private static int ExpectedExitCode(JsonElement notebook) =>
        notebook.GetProperty("metadata").TryGetProperty("ipytest", out var ipytest) ? ipytest.GetProperty("exit_code").GetInt32() : 0;

    private static IEnumerable<(int Number, JsonElement Cell)> Cells(JsonElement notebook) =>
        notebook.GetProperty("cells").EnumerateArray().Select((cell, index) => (index + 1, cell));

    private static string? Problem((int Number, JsonElement Cell) item)
    {
        var (number, cell) = item;
        if (cell.GetProperty("cell_type").GetString() is not "code" || string.IsNullOrWhiteSpace(Text(cell.GetProperty("source"))))
            return null;
        if (cell.GetProperty("execution_count").ValueKind is JsonValueKind.Null)
            return $"cell {number} did not run";
        var error = cell.GetProperty("outputs").EnumerateArray().FirstOrDefault(output => output.GetProperty("output_type").GetString() is "error");
        return error.ValueKind is JsonValueKind.Undefined || IsExpectedToRaise(cell)
            ? null
            : $"cell {number} ended with {error.GetProperty("ename").GetString()}: {error.GetProperty("evalue").GetString()}";
    }

    private static bool IsExpectedToRaise(JsonElement cell) =>
        cell.GetProperty("metadata").TryGetProperty("tags", out var tags)
        && tags.EnumerateArray().Any(tag => tag.GetString() is "raises-exception");

    private static string Text(JsonElement source) =>
        source.ValueKind is JsonValueKind.Array ? string.Concat(source.EnumerateArray().Select(line => line.GetString())) : source.GetString()!;

    private static JsonElement Read(string notebook)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(notebook));
        return document.RootElement.Clone();
    }
}

/// <summary>The outputs that a notebook has stored, held against those of a fresh run.</summary>
internal static partial class RecordedOutputs
{
    /// <summary>Describes the first difference, or gives null: times, versions, processes and temporary folders may differ.</summary>
    public static string? Difference(JsonElement recorded, JsonElement executed)
    {
        string[] before = [.. Texts(recorded)];
        string[] after = [.. Texts(executed)];
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] == after[i])
                continue;
            string[] expected = before[i].Split('\n'), got = after[i].Split('\n');
            var line = Enumerable.Range(0, Math.Max(expected.Length, got.Length)).First(n => expected.ElementAtOrDefault(n) != got.ElementAtOrDefault(n));
            return $"cell {i + 1} put out something else than it has recorded: expected «{expected.ElementAtOrDefault(line)}», got «{got.ElementAtOrDefault(line)}»; "
                + $"if that is right, record it with `ipytest run --inplace`. All of it now:\n{after[i]}";
        }

        return null;
    }

    private static IEnumerable<string> Texts(JsonElement notebook) =>
        notebook.GetProperty("cells").EnumerateArray().Select(cell => cell.TryGetProperty("outputs", out var outputs) ? Text(outputs) : "");

    // How a stream is cut into pieces is a matter of time.
    private static string Text(JsonElement outputs)
    {
        var streams = outputs.EnumerateArray().Where(output => output.TryGetProperty("name", out _)).GroupBy(output => output.GetProperty("name").GetString());
        var others = outputs.EnumerateArray().Where(output => !output.TryGetProperty("name", out _));
        return Same(string.Join('\n', [.. streams.OrderByDescending(stream => stream.Key).Select(stream => string.Concat(stream.Select(output => Joined(output.GetProperty("text"))))), .. others.Select(Other)]));
    }

    private static string Other(JsonElement output) => output.TryGetProperty("data", out var data)
        ? string.Join('\n', data.EnumerateObject().OrderBy(format => format.Name, StringComparer.Ordinal).Select(format => $"{format.Name}: {Joined(format.Value)}"))
        : $"{output.GetProperty("ename").GetString()}: {output.GetProperty("evalue").GetString()}";

    private static string Joined(JsonElement text) =>
        text.ValueKind is JsonValueKind.Array ? string.Concat(text.EnumerateArray().Select(line => line.GetString())) : text.ToString();

    private static string Same(string text) => Varying().Replace(Bars().Replace(text.Replace(Directory.GetCurrentDirectory(), "/tmp/ipytest"), "$1"), "<varies>").TrimEnd();

    [GeneratedRegex(@"\d+(\.\d+)?( ms| ?s)\b(?: \(\d+:\d\d:\d\d\))?|\.NET \d+\.\d+\.\d+\S*|(?<=process |pid )\d+|(/tmp|/var/folders)/[^\s'""<]*|0x[0-9a-fA-F]+")]
    private static partial Regex Varying();

    // Bars fill the line around texts of varying length.
    [GeneratedRegex("([=_-])\\1{2,}")]
    private static partial Regex Bars();
}
