using System.Diagnostics;
using System.Text.Json;
using IpytestNet.CommandLine;
using IpytestNet.Kernel.Jupyter;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Watch;

/// <summary>The verb by which <c>ipytest watch</c> starts a runner: a process that waits, warm, for a job on its input, runs it and ends.</summary>
/// <param name="console">The process around it.</param>
/// <param name="interruption">Signalled by Ctrl+C.</param>
internal sealed class RunnerCommand(ToolConsole console, CancellationToken interruption)
{
    /// <summary>The name of the verb.</summary>
    public const string Verb = "watch-runner";

    /// <summary>How long a notebook may take to end when the watching process has closed the input.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);

    // A job that is already there is not to compete with the warming.
    private static readonly TimeSpan TimeToWarm = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for a job and runs it.</summary>
    /// <param name="projects">The full paths of projects that its notebooks will refer to.</param>
    public ExitCode Run(IReadOnlyList<string> projects)
    {
        using var input = new StreamReader(Console.OpenStandardInput());
        var warmUp = new WarmUp(projects);
        var job = Receive(input, warmUp);
        warmUp.End();
        // Not disposed: the input may be closed when all is over.
        var ending = CancellationTokenSource.CreateLinkedTokenSource(interruption);
        new Thread(() => EndWith(input, ending)) { IsBackground = true }.Start();
        var exitCode = job is null ? ExitCode.Ok : Run(job, ending.Token);
        // Nothing that it has started outlives it.
        ChildProcesses.End();
        return exitCode;
    }

    // There is none if the watching process ends before it has one.
    private static RunJob? Receive(StreamReader input, WarmUp warmUp)
    {
        var line = Task.Run(input.ReadLine, CancellationToken.None);
        if (!line.Wait(TimeToWarm, CancellationToken.None))
            warmUp.Start();
        return line.Result is { } text ? JsonSerializer.Deserialize<RunJob>(text) : null;
    }

    private ExitCode Run(RunJob job, CancellationToken ending)
    {
        var reports = new CommandReports(job.Arguments, console);
        try
        {
            var commandLine = RunCommandLine.Parse(job.Arguments, reports.Options);
            using var account = new RunAccount(job.Account);
            return new NotebookRuns(commandLine, reports, console, ending).Run(job.Targets, Palette.Choose(commandLine, console), account);
        }
        catch (UsageException e)
        {
            console.Error.WriteLine($"ipytest watch: error: {e.Message}");
            return ExitCode.UsageError;
        }
    }

    // The watching process closes the input when the run is to end, and the system does when that process is gone.
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
