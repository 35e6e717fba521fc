using System.Text.Json;
using IpytestNet.CommandLine;
using IpytestNet.Tool.Runners;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Watch;

/// <summary>The verb by which <c>ipytest watch</c> has notebooks run.</summary>
/// <param name="console">The process around it.</param>
/// <param name="interruption">Signalled by Ctrl+C.</param>
internal sealed class WatchJobCommand(ToolConsole console, CancellationToken interruption)
{
    /// <summary>The name of the verb.</summary>
    public const string Verb = "watch-runner";

    /// <summary>Waits for a job and does it.</summary>
    /// <param name="projects">The full paths of projects that its notebooks will refer to.</param>
    public ExitCode Run(IReadOnlyList<string> projects) =>
        new RunnerCommand(interruption).Run(projects, (job, ending) => Run(JsonSerializer.Deserialize<RunJob>(job)!, ending));

    private ExitCode Run(RunJob job, CancellationToken ending)
    {
        var reports = new CommandReports(job.Arguments, console);
        try
        {
            var commandLine = RunCommandLine.Parse(job.Arguments, reports.Options);
            using var account = new RunAccount(job.Account);
            return new NotebookRuns(commandLine.WithTestsSideBySide(), reports, console, ending).Run(job.Targets, Palette.Choose(commandLine, console), account);
        }
        catch (UsageException e)
        {
            console.Error.WriteLine($"ipytest watch: error: {e.Message}");
            return ExitCode.UsageError;
        }
    }
}
