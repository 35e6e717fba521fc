using System.Diagnostics;
using IpytestNet.Tool.Jupyter;

namespace IpytestNet.Tool.Runners;

/// <summary>A process of this very command that waits for a job, does it and ends.</summary>
internal sealed class Runner : IDisposable
{
    // Longer than a runner takes to end by itself.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly Process _process;
    private readonly IReadOnlyList<Thread> _readers;
    private readonly ManualResetEvent _ended = new(initialState: false);

    private Runner(Process process, IReadOnlyList<Thread> readers)
    {
        _process = process;
        _readers = readers;
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => _ended.Set();
        if (process.HasExited)
            _ended.Set();
    }

    /// <summary>Set when the process has ended.</summary>
    public WaitHandle Ended => _ended;

    /// <summary>Whether it is there to take a job.</summary>
    public bool IsReady => !_process.HasExited;

    /// <summary>How the process ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Says how the process ended, for a person.</summary>
    public string End => ExitCode > 128 ? $"exit code {ExitCode} (signal {ExitCode - 128})" : $"exit code {ExitCode}";

    /// <summary>Starts one.</summary>
    /// <param name="verb">The verb by which the command does such jobs.</param>
    /// <param name="arguments">The arguments behind it.</param>
    /// <param name="output">Takes what it writes to standard output (false) and to standard error (true), in pieces; null if it shares the terminal.</param>
    public static Runner Start(string verb, IEnumerable<string> arguments, Action<bool, string>? output = null)
    {
        var launch = KernelLaunch.OfThisProcess();
        var start = new ProcessStartInfo(launch.Command[0], [.. launch.Command.Skip(1), verb, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = output is not null,
            RedirectStandardError = output is not null,
            UseShellExecute = false,
        };
        foreach (var (name, value) in launch.Environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        return new Runner(process, output is null ? [] : [Pass(process.StandardOutput, text => output(false, text)), Pass(process.StandardError, text => output(true, text))]);
    }

    /// <summary>Gives it its job.</summary>
    /// <param name="job">The job, as one line.</param>
    /// <exception cref="IOException">It has ended meanwhile.</exception>
    public void Give(string job)
    {
        _process.StandardInput.WriteLine(job);
        _process.StandardInput.Flush();
    }

    /// <summary>Has it come to its end: what runs is interrupted, and what does not stop is ended.</summary>
    public void Stop(TimeSpan? grace = null)
    {
        _process.StandardInput.Close();
        if (!_ended.WaitOne(grace ?? Grace))
            _process.Kill(entireProcessTree: true);
        _ended.WaitOne();
    }

    /// <summary>Waits until all that it wrote has come; what it has started may hold its output open, and is not waited for long.</summary>
    public void WaitForOutput()
    {
        foreach (var reader in _readers)
            reader.Join(Grace);
    }

    public void Dispose()
    {
        Stop();
        _process.Dispose();
        _ended.Dispose();
    }

    // Text comes as it is written, also within a line.
    private static Thread Pass(StreamReader from, Action<string> to)
    {
        var thread = new Thread(() => Read(from, to)) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private static void Read(StreamReader from, Action<string> to)
    {
        var buffer = new char[4096];
        try
        {
            while (from.Read(buffer) is > 0 and var count)
                to(new string(buffer, 0, count));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The process is gone.
        }
    }
}
