using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IpytestNet.Jupyter.Tests.Clients;

/// <summary>Jupyter's own client library, in a Python process that does what it is told.</summary>
internal sealed class PythonClient : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    /// <param name="environment">Environment variables of the client and of the kernels that it starts.</param>
    public PythonClient(IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-u", Path.Combine(AppContext.BaseDirectory, "Clients", "client.py")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _ = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Does something and gives what it gave.</summary>
    /// <param name="operation">A method of the driver.</param>
    /// <param name="arguments">Its arguments by name.</param>
    public JsonNode? Do(string operation, JsonObject? arguments = null)
    {
        var command = arguments ?? [];
        command["do"] = operation;
        _process.StandardInput.WriteLine(command.ToJsonString());
        var line = _process.StandardOutput.ReadLineAsync().WaitAsync(Limit).GetAwaiter().GetResult()
            ?? throw new InvalidOperationException($"The Python client ended during {operation}.");
        var answer = JsonNode.Parse(line, documentOptions: new JsonDocumentOptions { MaxDepth = 512 })!;
        return answer["error"] is { } error ? throw new InvalidOperationException($"{operation}: {error}") : answer["value"]?.DeepClone();
    }

    /// <summary>Kills the process.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Ends the process, which ends its kernel.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(20)))
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
