using System.Diagnostics;
using System.Text.Json;
using IpytestNet.Tool.Jupyter;

namespace IpytestNet.Tool.Watch;

/// <summary>A process of this very command that waits for a job, runs it and ends. It shares the terminal.</summary>
internal sealed class Runner : IDisposable
{
    // Longer than a runner takes to end by itself.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly Process _process;
    private readonly ManualResetEvent _ended = new(initialState: false);

    private Runner(Process process)
    {
        _process = process;
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

    /// <summary>Starts one.</summary>
    /// <param name="projects">The full paths of projects that its notebooks will refer to.</param>
    public static Runner Start(params IEnumerable<string> projects)
    {
        var launch = KernelLaunch.OfThisProcess();
        var start = new ProcessStartInfo(launch.Command[0], [.. launch.Command.Skip(1), RunnerCommand.Verb, .. projects]) { RedirectStandardInput = true, UseShellExecute = false };
        foreach (var (name, value) in launch.Environment)
            start.Environment[name] = value;
        return new Runner(Process.Start(start)!);
    }

    /// <summary>Gives it its job.</summary>
    /// <exception cref="IOException">It has ended meanwhile.</exception>
    public void Give(RunJob job)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(job));
        _process.StandardInput.Flush();
    }

    /// <summary>Has it come to its end: what runs is interrupted, and what does not stop is ended.</summary>
    public void End()
    {
        _process.StandardInput.Close();
        if (!_ended.WaitOne(Grace))
            _process.Kill(entireProcessTree: true);
        _ended.WaitOne();
    }

    public void Dispose()
    {
        End();
        _process.Dispose();
        _ended.Dispose();
    }
}
