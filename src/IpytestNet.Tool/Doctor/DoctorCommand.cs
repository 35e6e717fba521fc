using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using IpytestNet.Kernel.Sdk;
using IpytestNet.Tool.Jupyter;
using IpytestNet.Tool.Nbval;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Doctor;

/// <summary>Looks at what notebooks need, and says what is there and what to do.</summary>
/// <param name="console">The process around it.</param>
internal sealed class DoctorCommand(ToolConsole console)
{
    private const int NameWidth = 18;
    private const string AskClient = "import jupyter_client, sys; print(jupyter_client.__version__, sys.executable)";

    /// <summary>Looks and tells.</summary>
    /// <returns>1 if something is missing without which notebooks cannot run.</returns>
    public ExitCode Run()
    {
        var symptoms = new[] { Command(), Runtime(), Sdk(), Client(), Jupyter() }.Concat(Kernels()).ToList();
        foreach (var symptom in symptoms)
        {
            console.Out.WriteLine($"{(symptom.Advice is null ? "ok" : symptom.Found is null && symptom.IsNeeded ? "MISSING" : "note"),-8}{symptom.What.PadRight(NameWidth)}{symptom.Found ?? "not found"}");
            foreach (var line in symptom.Advice is null ? [] : TextColumns.Wrap(symptom.Advice, Math.Min(console.Width, RunSummary.MaxWidth) - 8))
                console.Out.WriteLine($"        {line}");
        }

        return symptoms.Exists(symptom => symptom is { IsNeeded: true, Found: null }) ? ExitCode.TestsFailed : ExitCode.Ok;
    }

    private static Symptom Command() => new("ipytest", $"{Ipytest.Version}, {string.Join(' ', KernelLaunch.OfThisProcess().Command)}", IsNeeded: true);

    private static Symptom Runtime() => new(".NET runtime", $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}", IsNeeded: true);

    private static Symptom Sdk()
    {
        var command = DotnetHost.FindCommand();
        return Call.Output(command, "--version") is { } version
            ? new Symptom(".NET SDK", $"{version}, {command}")
            : new Symptom(".NET SDK", null, "Cells with #r \"nuget: …\" and #r \"project: …\" need it; all others run without. Install the .NET 10 SDK from https://dot.net, or set DOTNET_HOST_PATH to its program.");
    }

    private Symptom Client()
    {
        var pythons = JupyterEngine.Pythons(console.Variable);
        return pythons.Select(python => Call.Output(python, "-c", AskClient)).FirstOrDefault(found => found is not null) is { } client
            ? new Symptom("jupyter_client", client.Replace(" ", ", ", StringComparison.Ordinal))
            : new Symptom("jupyter_client", null, $"Only --nbval-kernel-name needs it, and {string.Join(" and ", pythons)} {(pythons.Count > 1 ? "have" : "has")} none. Install it, as in `python3 -m pip install jupyter_client`, or set IPYTEST_PYTHON to the Python that has it.");
    }

    private static Symptom Jupyter() => Call.Output("jupyter", "--version") is { } versions
        ? new Symptom("Jupyter", string.Join(", ", Interfaces(versions)) is { Length: > 0 } known ? known : "without an interface of its own")
        : new Symptom("Jupyter", null, "Notebooks run without it, and so does VS Code with its Jupyter extension. To work in the browser: pip install jupyterlab");

    // Lines such as `jupyterlab       : 4.2.0`.
    private static IEnumerable<string> Interfaces(string versions) =>
        from line in versions.Split('\n')
        let parts = line.Split(':', StringSplitOptions.TrimEntries)
        where parts is ["jupyterlab" or "notebook", not "not installed"]
        select $"{parts[0]} {parts[1]}";

    private IEnumerable<Symptom> Kernels()
    {
        var specs = new JupyterFolders(console.Variable).All.Distinct(StringComparer.Ordinal).SelectMany(KernelSpec.In).ToList();
        if (specs is [])
            return [new Symptom("kernel", null, "Jupyter and VS Code do not know the kernel of ipytest yet. To install it for you alone: ipytest jupyter install")];
        return specs.Select(spec => new Symptom("kernel", $"{spec.DisplayName}, {spec.Folder}", ProblemOf(spec)));
    }

    private static string? ProblemOf(KernelSpec spec)
    {
        var words = (JsonNode.Parse(File.ReadAllText(Path.Combine(spec.Folder, "kernel.json")))?["argv"] as JsonArray ?? []).Select(word => word?.ToString() ?? "").TakeWhile(word => word is not "kernel").ToList();
        if (words.FirstOrDefault(word => Path.IsPathRooted(word) && !File.Exists(word)) is { } gone)
            return $"It starts {gone}, which is no longer there. To mend it: ipytest jupyter install";
        return words.SequenceEqual(KernelLaunch.OfThisProcess().Command) ? null : $"It starts another ipytest than this one: {string.Join(' ', words)}. To have this one started: ipytest jupyter install";
    }
}
