#!/usr/bin/env dotnet
#:property PublishAot=false

// The whole check: restore, build, format, specs, notebooks. Its last line is "N passed, N failed, N skipped".

using System.Diagnostics;
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
            steps.Run("examples/Example.ipynb", () => Notebooks.Run("examples/Example.ipynb"));
            steps.Run("notebooks", () => Notebooks.Check(scratch));
        },
        () =>
        {
            steps.Run("format", Format);
            steps.Run("IpytestNet.Specs that ask the SDK", () => Specs.Run("IpytestNet.Specs", scratch, "--filter-trait", Specs.AskingTheSdk));
            steps.Run("IpytestNet.Jupyter.Tests", () => Specs.Run("IpytestNet.Jupyter.Tests", scratch));
        });
}

return steps.Finish();

// Rules of style are errors of the build, and a spec looks at the order of usings: the whole of `dotnet format` takes minutes for the same.
static StepResult Format()
{
    var exit = ProcessExit.Of("dotnet", ["format", "whitespace", "Ipytest.slnx", "--verify-no-changes", "--no-restore"], keepOutput: true);
    return exit.Code is 0 ? new StepResult(0, 0, 0) : StepResult.Wrong($"`dotnet format whitespace --verify-no-changes` {exit}", exit.Output);
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

/// <summary>The notebooks of the repository, checked by the built tool.</summary>
internal static class Notebooks
{
    /// <summary>Those that must fail on purpose; specs look at them one by one.</summary>
    private const string Ignored = "tests/notebooks/nbval";

    /// <summary>Runs the notebook of the readme as a user does, without a check of its outputs.</summary>
    public static StepResult Run(string notebook)
    {
        var exit = Ipytest("run", notebook);
        return exit.Code is 0 ? new StepResult(1, 0, 0) : StepResult.Wrong($"`ipytest run {notebook}` {exit}", exit.Output);
    }

    /// <summary>Holds what the cells of all notebooks put out against what they have stored; each cell counts.</summary>
    public static StepResult Check(string scratch)
    {
        var report = Path.Combine(scratch, "notebooks.xml");
        var exit = Ipytest("run", "--nbval", "examples", "tests/notebooks", $"--ignore={Ignored}", $"--junitxml={report}");
        if (!File.Exists(report))
            return StepResult.Wrong($"the check of the notebooks {exit} and wrote no report", exit.Output);

        var suite = XDocument.Load(report).Root!.Element("testsuite")!;
        var failed = Count("failures") + Count("errors");
        var problem = exit.Code is 0 && failed is 0 ? null : $"the check of the notebooks {exit}; if what cells put out now is right, store it with `ipytest run --nbval-update NOTEBOOK`";
        return new StepResult(Count("tests") - failed - Count("skipped"), problem is null ? 0 : Math.Max(failed, 1), Count("skipped"), problem, problem is null ? "" : exit.Output);

        int Count(string attribute) => (int)suite.Attribute(attribute)!;
    }

    private static ProcessExit Ipytest(params string[] arguments) =>
        ProcessExit.Of("dotnet", ["artifacts/bin/IpytestNet.Tool/debug/ipytest.dll", .. arguments], keepOutput: true);
}
