using System.Diagnostics;
using System.Globalization;
using System.Text;
using IpytestNet.Kernel.Sdk;
using IpytestNet.Specs.Documents;
using Xunit;

namespace IpytestNet.Specs.Tool;

/// <summary>A real <c>ipytest watch</c> in a folder of its own, and what it prints.</summary>
internal sealed class WatchProcess : IDisposable
{
    private const string Idle = "Ctrl+C ends it";

    // A busy machine takes its time, MSBuild above all; nothing waits this long that goes well.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();
    private readonly StringBuilder _output = new();
    private Process? _process;
    private int _read;

    /// <summary>The processes that it has started.</summary>
    public IReadOnlyList<int> Children =>
        [.. File.ReadAllText($"/proc/{_process!.Id}/task/{_process.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))];

    /// <summary>Writes a file.</summary>
    public WatchProcess Write(string name, string text)
    {
        _folder.Write(name, text);
        return this;
    }

    /// <summary>Deletes a file.</summary>
    public void Delete(string name) => File.Delete(_folder.PathOf(name));

    /// <summary>Begins to watch, and waits for the first results.</summary>
    public string Start(params string[] arguments) => Begin(arguments).Result();

    /// <summary>Begins to watch.</summary>
    public WatchProcess Begin(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "ipytest"), ["watch", .. arguments])
        {
            WorkingDirectory = _folder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_ROOT"] = DotnetHost.Root;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Take;
        _process.ErrorDataReceived += Take;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        return this;
    }

    /// <summary>Waits until it has shown results and waits for changes; gives what it has printed since the last time.</summary>
    public string Result() => WaitFor(Idle);

    /// <summary>Waits for a text; gives what it has printed since the last time.</summary>
    public string WaitFor(string text)
    {
        var end = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(end) < Limit)
        {
            if (New().IndexOf(text, StringComparison.Ordinal) is >= 0 and var index)
            {
                var seen = New()[..(index + text.Length)];
                _read += seen.Length;
                return seen;
            }

            Thread.Sleep(20);
        }

        throw new TimeoutException($"Expected '{text}' within {Limit.TotalSeconds} s, but got only:\n{New()}");
    }

    /// <summary>What it has printed since the last time.</summary>
    public string New()
    {
        lock (_output)
            return _output.ToString(_read, _output.Length - _read);
    }

    /// <summary>Sends what Ctrl+C sends, and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public int Interrupt()
    {
        using var kill = Process.Start("kill", [IgnoresInterrupts() ? "-TERM" : "-INT", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        Assert.True(_process.WaitForExit(Limit), "it did not end");
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
            _process.Kill(entireProcessTree: true);
        _process?.WaitForExit(Limit);
        _process?.Dispose();
        _folder.Dispose();
    }

    // As all that a shell starts in the background; it cannot be undone.
    private bool IgnoresInterrupts()
    {
        const string field = "SigIgn:";
        var ignored = File.ReadLines($"/proc/{_process!.Id}/status").Single(line => line.StartsWith(field, StringComparison.Ordinal))[field.Length..];
        return (ulong.Parse(ignored.Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 2) != 0;
    }

    private void Take(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
            _output.Append(line.Data).Append('\n');
    }
}
