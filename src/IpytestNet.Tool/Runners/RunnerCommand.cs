using System.Diagnostics;
using IpytestNet.Kernel.Jupyter;

namespace IpytestNet.Tool.Runners;

/// <summary>What a runner does: it waits, warm, for a job on its input, does it and ends.</summary>
/// <param name="interruption">Signalled by Ctrl+C.</param>
internal sealed class RunnerCommand(CancellationToken interruption)
{
    /// <summary>How long a notebook may take to end when the process that gave the job has closed the input.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);

    // A job that is already there is not to compete with the warming.
    private static readonly TimeSpan TimeToWarm = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for a job and does it.</summary>
    /// <param name="projects">The full paths of projects that its notebooks will refer to.</param>
    /// <param name="work">Does a job, and ends early when the token is signalled.</param>
    public ExitCode Run(IReadOnlyList<string> projects, Func<string, CancellationToken, ExitCode> work)
    {
        using var input = new StreamReader(Console.OpenStandardInput());
        var warmUp = new WarmUp(projects);
        var job = Receive(input, warmUp);
        warmUp.End();
        // Not disposed: the input may be closed when all is over.
        var ending = CancellationTokenSource.CreateLinkedTokenSource(interruption);
        new Thread(() => EndWith(input, ending)) { IsBackground = true }.Start();
        var exitCode = job is null ? ExitCode.Ok : work(job, ending.Token);
        // Nothing that it has started outlives it.
        ChildProcesses.End();
        return exitCode;
    }

    // There is none if the process that started it ends before it has one.
    private static string? Receive(StreamReader input, WarmUp warmUp)
    {
        var line = Task.Run(input.ReadLine, CancellationToken.None);
        if (!line.Wait(TimeToWarm, CancellationToken.None))
            warmUp.Start();
        return line.Result;
    }

    // The process that gave the job closes the input when the run is to end, and the system does when that process is gone.
    private static void EndWith(StreamReader input, CancellationTokenSource ending)
    {
        while (input.ReadLine() is not null)
        {
        }

        ending.Cancel();
        Thread.Sleep(Grace);
        Process.GetCurrentProcess().Kill(entireProcessTree: true);
    }
}
