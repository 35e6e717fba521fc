using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IpytestNet.CommandLine;
using IpytestNet.Kernel.Documents;

namespace IpytestNet.Tool.Nbval;

/// <summary>Runs cells in an installed Jupyter kernel of any language, by Jupyter's own client library in a Python process.</summary>
internal sealed class JupyterEngine : ICellEngine
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(10);

    private readonly Process _python;
    private readonly string _kernel;

    private JupyterEngine(Process python, string kernel) => (_python, _kernel) = (python, kernel);

    /// <summary>The Pythons that may have Jupyter's client library, in the order in which they are tried.</summary>
    /// <param name="variable">Reads an environment variable; <c>IPYTEST_PYTHON</c> names the one to take.</param>
    public static IReadOnlyList<string> Pythons(Func<string, string?> variable) =>
        variable("IPYTEST_PYTHON") is { Length: > 0 } said ? [said] : ["python3", "python", "/usr/bin/python3"];

    /// <summary>Starts a kernel.</summary>
    /// <param name="kernel">Its name.</param>
    /// <param name="notebook">The full path of the notebook; the kernel runs in its folder.</param>
    /// <param name="pythons">The Pythons that may have <c>jupyter_client</c>.</param>
    /// <exception cref="UsageException">There is no such kernel, no Python, or no client library.</exception>
    public static JupyterEngine Start(string kernel, string notebook, IReadOnlyList<string> pythons)
    {
        var engine = pythons.Select(python => Try(python, kernel)).FirstOrDefault(found => found is not null);
        if (engine is null)
        {
            throw new UsageException(
                $"argument --nbval-kernel-name: expected a Python with Jupyter's client library to reach the kernel '{kernel}' by, but {string.Join(" and ", pythons)} {(pythons.Count > 1 ? "have" : "has")} none; "
                + "install jupyter_client (as in `python3 -m pip install jupyter_client`), or set IPYTEST_PYTHON to the Python that has it");
        }

        var started = engine.Do("start", new JsonObject { ["kernel"] = kernel, ["notebook"] = notebook });
        if (started["error"]?.ToString() is not { } error)
            return engine;
        engine.Dispose();
        throw new UsageException(error is "no kernel"
            ? $"argument --nbval-kernel-name: expected an installed Jupyter kernel, but there is no '{kernel}'; there are {Known(started["known"])}. `ipytest jupyter install` installs that of ipytest"
            : $"argument --nbval-kernel-name: the kernel '{kernel}' could not be started: {started["message"]}");
    }

    /// <inheritdoc/>
    public CellEnd Run(int index, NotebookCell cell, TimeSpan? timeout)
    {
        var end = Do("run", new JsonObject { ["code"] = cell.Source, ["timeout"] = timeout?.TotalSeconds });
        if (end["error"] is JsonValue problem)
            return new CellEnd { Death = $"the kernel '{_kernel}' could not run the cell: {problem} {end["message"]}" };
        var isTimedOut = end["timed_out"]?.GetValue<bool>() ?? false;
        var error = end["error"] as JsonObject;
        return new CellEnd
        {
            Outputs = end["outputs"] is JsonArray outputs ? [.. outputs.Select(output => (JsonObject)output!.DeepClone())] : [],
            ExecutionCount = end["count"]?.GetValue<int>(),
            Error = error is null ? null : new FailedCell(
                error["ename"]?.ToString() ?? "Error", error["evalue"]?.ToString() ?? "", [.. (error["traceback"] as JsonArray ?? []).Select(line => line!.ToString())], 0),
            TestRuns = end["test_runs"] is JsonArray runs ? [.. runs.Select(run => (ExitCode)run!.GetValue<int>())] : [],
            IsTimedOut = isTimedOut,
            IsInterrupted = (end["interrupted"]?.GetValue<bool>() ?? false) && !isTimedOut,
            Death = end["dead"] is null ? null : $"the kernel '{_kernel}' died",
        };
    }

    /// <inheritdoc/>
    public void AddMarkdown(string text, int position)
    {
        // A kernel knows of code alone.
    }

    /// <inheritdoc/>
    public void Interrupt()
    {
        Tell(new JsonObject { ["do"] = "interrupt" });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _python.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already.
        }

        if (!_python.WaitForExit(TimeToEnd))
            _python.Kill(entireProcessTree: true);
        _python.Dispose();
    }

    private static JupyterEngine? Try(string python, string kernel)
    {
        try
        {
            var start = new ProcessStartInfo(python, ["-u", "-c", Script()])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            };
            var engine = new JupyterEngine(Process.Start(start)!, kernel);
            if (engine.Read() is { } answer && answer["error"] is null)
                return engine;
            engine.Dispose();
            return null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private JsonObject Do(string operation, JsonObject arguments)
    {
        arguments["do"] = operation;
        Tell(arguments);
        return Read() ?? new JsonObject { ["dead"] = true, ["error"] = "failed", ["message"] = "the Python process ended" };
    }

    private void Tell(JsonObject command)
    {
        try
        {
            lock (_python)
            {
                _python.StandardInput.WriteLine(command.ToJsonString());
                _python.StandardInput.Flush();
            }
        }
        catch (IOException)
        {
            // It has ended, which is seen when its answer is read.
        }
    }

    private JsonObject? Read() => _python.StandardOutput.ReadLine() is { } line ? JsonNode.Parse(line)!.AsObject() : null;

    private static string Known(JsonNode? kernels) => kernels is JsonArray { Count: > 0 } known
        ? string.Join(", ", known.Select(name => string.Create(CultureInfo.InvariantCulture, $"'{name}'")))
        : "none";

    private static string Script()
    {
        using var stream = typeof(JupyterEngine).Assembly.GetManifestResourceStream("jupyter_cells.py")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
