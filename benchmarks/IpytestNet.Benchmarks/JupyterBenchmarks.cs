using System.Text.Json;

namespace IpytestNet.Benchmarks;

/// <summary>The kernel of the packed and installed tool in real Jupyter, beside ipykernel.</summary>
internal static class JupyterBenchmarks
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Measures both kernels, if this machine has Jupyter's client and ipykernel.</summary>
    public static void Run(Repository repository, ResultTable table)
    {
        table.Begin("kernels in Jupyter");
        if (!File.Exists(Python) || !new Command(Python, "-c", "import jupyter_client, ipykernel").Succeeds())
        {
            table.Note($"jupyter_client and ipykernel of {Python} are not there; the rows are left out");
            return;
        }

        Environment.SetEnvironmentVariable("JUPYTER_PATH", Path.Combine(Install(repository), "share", "jupyter"));
        var names = Names("ours");
        var ofIpykernel = Names("ipykernel");
        Add(table, names, Measure(repository, "csharp-ipytest", "csharp"));
        Add(table, ofIpykernel, Measure(repository, "python3", "python"));
        for (var i = 0; i < names.Length; i++)
            table.Compare(names[i], ofIpykernel[i]);
    }

    // As a user gets it: packed, installed, and the kernel installed from there.
    private static string Install(Repository repository)
    {
        var folder = Path.Combine(repository.Scratch, "tool");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        new Command("dotnet", "pack", repository.Tool, "-o", Path.Combine(folder, "packages"), "-p:Version=0.0.1-benchmark").Time();
        new Command("dotnet", "tool", "install", "IpytestNet.Tool", "--tool-path", folder, "--source", Path.Combine(folder, "packages"), "--version", "0.0.1-benchmark").Time();
        new Command(Path.Combine(folder, Repository.Executable("ipytest")), "jupyter", "install", "--prefix", folder).Time();
        return folder;
    }

    private static string[] Names(string kernel) =>
    [
        $"process start to the result of the first 1 + 1, {kernel}",
        $"round trip of 1 + 1, {kernel}",
        $"a cell that writes 100,000 short lines, {kernel}",
    ];

    private static void Add(ResultTable table, string[] names, JsonElement figures)
    {
        table.Add(names[0], Times("starts"));
        table.Add(names[1], Times("trips"));
        table.Add(names[2], Times("lines"));
        table.Note(FormattableString.Invariant($"memory after 500 more cells: {figures.GetProperty("memory").GetDouble():F0} MB"));

        double[] Times(string name) => [.. figures.GetProperty(name).EnumerateArray().Select(time => time.GetDouble())];
    }

    private static JsonElement Measure(Repository repository, string kernel, string language)
    {
        var script = Path.Combine(repository.Root, "benchmarks", "IpytestNet.Benchmarks", "Jupyter", "measure_kernel.py");
        using var document = JsonDocument.Parse(new Command(Python, script, kernel, language).Output());
        return document.RootElement.Clone();
    }
}
